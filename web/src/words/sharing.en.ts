// The words for undoing a send and for changing who reads.
import { amount, counted, people } from './counts.en';
import type { Catalogue } from './language';

export const sharing = {
  takeBack: {
    closed: 'Undone: the readers are the same as before.', closedTitle: 'Sharing undone', closedMailed: (names: string) => `The readers are the same as before. It had already been emailed to ${names}; those copies cannot be recalled.`, none: 'Not emailed yet. If you undo now, no one gets it.', held: (n: number) => counted(n, '# person already has the email. It cannot be recalled.', '# people already have the email. It cannot be recalled.'),
    copies: (left: number, all: number) => (left === 0 ? counted(all, 'The email is not sent yet and can still be cancelled.', 'Emails: none of # is sent yet. All can still be cancelled.') : left === all ? counted(all, 'The email is sent.', 'Emails: all # are sent.') : counted(left, `Emails: # of ${all} is sent. The others can still be cancelled.`, `Emails: # of ${all} are sent. The others can still be cancelled.`)),
    offer: 'Undo send', left: (seconds: number) => amount(seconds, 'second', 'narrow'), help: 'Only you will be able to read it. Emails not yet sent are cancelled.', offered: 'Posted. You can undo send for 60 seconds.',
    done: 'Send undone. Only you can read it now.', title: 'Send undone', mailed: (names: string) => `Only you can read it now. It had already been emailed to ${names}; those copies cannot be recalled.`,
  },
  changeAudience: {
    opened: (n: number) => `${people(n)} more can read it now.`,
    open: 'Change readers…', release: 'Share earlier message…', title: 'Change who can read this', to: 'From now on', choose: 'Choose who can read it',
    help: 'You will see a preview first. If people or the text change in the meantime, nothing happens.',
    gains: 'These will be able to read it:', loses: 'These will no longer be able to read it:', opens: 'They can read the current text and all new messages.',
    closed: 'Earlier messages stay hidden from them until their authors share them:',
    answers: (n: number) => counted(n, '# reply is unchanged and may quote it.', '# replies are unchanged and may quote it.'),
    received: 'Already emailed to', mailStays: 'Emails already delivered cannot be recalled.',
    named: 'Named people', narrower: (n: number, of: number) => counted(n, `# of the ${of} people in this thread can read this message.`, `# of the ${of} people in this thread can read this message.`),
    does: { WIDEN: (n: number) => counted(n, 'Share with # more person', 'Share with # more people'), RELEASE: (n: number) => counted(n, 'Share with # more person', 'Share with # more people'), NARROW: (n: number) => `Hide from ${people(n)}` },
  },
};

export type SharingWords = Catalogue<typeof sharing>;
