// The words of the bell's panel, loaded with it.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const bell = {
  title: 'What concerns you', help: 'What is yours to do, what was said to you by name, answers to you, and what you took part in. Only you see what of it you have read.',
  all: 'Mark all as read', allDone: 'All marked as read.', back: 'Undo: unread again', read: 'Mark as read', unread: 'Mark as unread', isUnread: 'Unread', settings: 'Choose what comes by mail',
  readOf: (what: string) => `Mark as read: ${what}`, unreadOf: (what: string) => `Mark as unread: ${what}`,
  empty: 'Nothing rings for you yet', emptyHelp: 'When somebody assigns you something, names you, answers you or asks your organisation, it is here. Take part in a conversation or an issue to hear of what happens to it.', emptyAct: 'See all activity',
  more: (n: number) => counted(n, '# older one is in the activity view.', '# older ones are in the activity view.'),
  why: {
    DECISION: 'waits for your word', ASSIGNED: 'yours to do', NAMED: 'said to you by name', REQUEST: 'asks your organisation', REPLY: 'answers you',
    FOLLOWED: 'you take part', NEW: 'new', CARE: 'a member’s mail',
  },
};

export type BellWords = Catalogue<typeof bell>;
