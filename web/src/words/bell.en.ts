// The words of the bell's panel, loaded with it.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const bell = {
  title: 'Notifications', help: 'Tasks and replies for you, messages that name you, and news on items you take part in. Only you can see which ones you have read.',
  all: 'Mark all as read', allDone: 'All marked as read.', back: 'Undo: mark as unread', read: 'Mark as read', unread: 'Mark as unread', isUnread: 'Unread', settings: 'Notification settings',
  readOf: (what: string) => `Mark as read: ${what}`, unreadOf: (what: string) => `Mark as unread: ${what}`,
  empty: 'No notifications yet', emptyHelp: 'You get one when someone assigns you an issue, replies to you, names you or asks your organisation. Take part in a thread or an issue to get its news.', emptyAct: 'See all activity',
  more: (n: number) => counted(n, '# older notification is on the Activity page.', '# older notifications are on the Activity page.'),
  why: { DECISION: 'needs your decision', MENTIONED: 'mentions you', ASSIGNED: 'assigned to you', NAMED: 'addressed to you', REQUEST: 'asks your organisation', REPLY: 'replies to you', FOLLOWED: 'you take part', NEW: 'new', CARE: 'a member’s email' },
};

export type BellWords = Catalogue<typeof bell>;
