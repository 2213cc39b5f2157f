// When issues are due, day by day; and another day for one of them.
import type { Issue } from '../../api/types';
import { store } from '../../stream/store.svelte';
import { edit } from './moving';

const RANK: Record<Issue['priority'], number> = { URGENT: 0, HIGH: 1, NORMAL: 2, LOW: 3 };

/** The issues of each day, most pressing first, else as they came; those without a date are under the empty one, and may be thousands. */
export function byDue(issues: Issue[]): Map<string, Issue[]> {
  const days = new Map<string, Issue[]>();
  for (const issue of issues) {
    const on = days.get(issue.due ?? '');
    if (on) on.push(issue);
    else days.set(issue.due ?? '', [issue]);
  }
  for (const on of days.values()) on.sort((a, b) => RANK[a.priority] - RANK[b.priority]);
  return days;
}

/** null takes the date away. What is held of the issue now may be newer than what the reader began with. */
export const setDue = (issue: Issue, due: string | null): Promise<unknown> => edit(store.get('issues', issue.id) ?? issue, { due });
