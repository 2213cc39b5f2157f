// The words of what is unread, loaded with what keeps it.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const reading = {
  title: 'Unread', next: 'Go to the next unread message', nothing: 'Nothing unread.', notYet: 'Unread messages are still loading.',
  all: 'Mark all as read', allHere: 'Mark all here as read', allDone: 'All marked as read.', back: 'Undo: unread again',
  from: 'Mark as unread from here', fromDone: 'Marked as unread.',
  line: (n: number) => counted(n, '# new message', '# new messages'), starts: (n: number) => counted(n, '# new message from here on', '# new messages from here on'),
  catchUp: {
    title: 'Catch up', help: 'What is new, one discussion after another. Only you see what you have read.',
    at: (n: number, of: number) => `${n} of ${of}`, done: 'Mark as read', marked: 'Marked as read.', again: 'Start again', next: 'Next', reply: 'Reply', mute: 'Mute', muted: 'Muted. You will only hear what is for you.',
    empty: 'No unread messages', emptyHelp: 'You have read everything that you can read here.', emptyAct: 'See all activity', left: (n: number) => counted(n, '# discussion with new messages', '# discussions with new messages'),
  },
};

export type ReadingWords = Catalogue<typeof reading>;
