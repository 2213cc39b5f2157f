// The words for undoing a send and for changing who reads.
import { amount, counted, people } from './counts.en';
import type { Catalogue } from './language';

export const sharing = {
  takeBack: {
    closed: 'Closed again: it has the readers that it had before.', closedTitle: 'Closed again', closedMailed: (names: string) => `It has the readers that it had before. It had left by mail to ${names}; that does not come back.`, none: 'Nobody has it by mail yet: undone now, nobody gets it.', held: (n: number) => counted(n, '# person has it by mail; that does not come back.', '# people have it by mail; that does not come back.'),
    copies: (left: number, all: number) => (left === 0 ? counted(all, 'The copy by mail has not left; it can still be stopped.', 'Copies by mail: none of # has left; all can still be stopped.') : left === all ? counted(all, 'The copy by mail has left.', 'Copies by mail: all # have left.') : counted(left, `Copies by mail: # of ${all} has left; the others can still be stopped.`, `Copies by mail: # of ${all} have left; the others can still be stopped.`)),
    offer: 'Take it back', left: (seconds: number) => amount(seconds, 'second', 'narrow'), help: 'Close it to everyone but yourself. Letters that have not left are stopped.', offered: 'Posted. For 60 seconds you can take it back.',
    done: 'Taken back: only you can read it now.', title: 'Taken back', mailed: (names: string) => `Only you can read it now. It had left by mail to ${names}; that does not come back.`,
  },
  changeAudience: {
    opened: (n: number) => `${people(n)} more can read it now.`,
    open: 'Widen or narrow…', release: 'Release…', title: 'Change who reads this', to: 'From now on', choose: 'Choose who will read it',
    help: 'You are shown what would change before it does. If anyone joins or leaves, or it is edited meanwhile, nothing is done.',
    gains: 'These will read it:', loses: 'These will no longer read it:', opens: 'They read what it says now, and what is said from now on.',
    closed: 'Earlier posts stay closed to them until their own authors release them:',
    answers: (n: number) => counted(n, '# answer to it stays as it is, and may quote it.', '# answers to it stay as they are, and may quote it.'),
    received: 'Already sent by mail to', mailStays: 'What has left for a mailbox does not come back.',
    named: 'Named people', narrower: (n: number, of: number) => counted(n, `# of the ${of} people in this conversation can read it.`, `# of the ${of} people in this conversation can read it.`),
    does: {
      WIDEN: (n: number) => `Let ${people(n)} more read it`, RELEASE: (n: number) => `Release it to ${people(n)} more`, NARROW: (n: number) => `Close it to ${people(n)}`,
    },
  },
};

export type SharingWords = Catalogue<typeof sharing>;
