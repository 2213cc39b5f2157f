// Edits and deletions of messages, in English.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const revisions = {
  edit: 'Edit message', delete: 'Delete message', message: 'Message', edited: 'Edited', history: 'Earlier texts',
  historyHelp: 'You see the texts that you could read when they were replaced.', current: 'Current text', numbered: (n: number) => `Text ${n}`, first: 'First text',
  emailed: (n: number) => counted(n, '# person got this text by email.', '# people got this text by email.'),
  by: { AUTHOR: 'Deleted by {actor} (author)', CONVENOR: 'Deleted by {actor} (convenor)' },
  deleting: {
    title: 'Delete this message?', help: 'No one can read its text and files or see its reactions after that. Replies stay. You can undo this for 60 seconds.',
    reason: 'Reason (optional)', copies: (n: number) => counted(n, '# person has it by email. That copy cannot be recalled.', '# people have it by email. Those copies cannot be recalled.'),
    quotes: 'These places quote it and are not changed', quote: (name: string) => `Message by ${name}`, done: 'Message deleted.', undone: 'Message restored.',
  },
};

export type RevisionWords = Catalogue<typeof revisions>;
