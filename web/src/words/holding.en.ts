// The words of held letters, for who decides about them and for who wrote them.
import type { Catalogue } from './language';

export const holding = {
  holds: {
    title: 'Held letters', lead: 'Letters that came in and wait for your word. They are not posted yet.', from: 'From', to: 'To', approve: 'Let it through', refuse: 'Refuse…', refuseTitle: 'Refuse this letter', refuseHelp: 'The sender is told that it was not posted. Your note is added, and those who decide here read it too.', note: 'Note to the sender', refuseNow: 'Refuse it', none: 'No letter is held',
    noneHelp: 'A letter from an address without a seat, or one that breaks a rule of the list, waits here until a convenor lets it through or refuses it.', approved: 'It was let through and is on its way to the list.', refused: 'It was refused; the sender is told.', empty: '(no subject)', noneOwn: 'No letter waits for you',
    noneOwnHelp: 'When a letter comes from your address and nothing proves that you wrote it, you are asked here.',
    mine: 'I wrote it, post it', notMine: 'It was not me', notMineDone: 'It is not posted.', waits: 'A convenor reads it first.', takeBack: 'Take it back', takenBack: 'You took it back. It is not posted.',
  },
};

export type HoldingWords = Catalogue<typeof holding>;
