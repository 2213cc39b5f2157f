// The words of the timeline, loaded with it.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const timeline = {
  title: 'Timeline', help: 'Due dates of issues and dates of actions that you can read, month by month.', print: 'Print',
  byAudience: 'Filter by audience', anyAudience: 'All audiences', earlier: (n: number) => counted(n, 'Show # earlier date', 'Show # earlier dates'), fromNow: 'Show from this month',
  due: 'Issue due', begins: 'Action', over: 'Done', late: 'Overdue',
  empty: 'No dates from this month on', emptyHelp: 'Issues with a due date and actions with a time appear here.', noneOf: 'No dates for this audience',
};

export type TimelineWords = Catalogue<typeof timeline>;
