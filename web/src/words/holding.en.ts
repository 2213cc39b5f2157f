// The words of held letters, for who decides about them and for who wrote them.
import type { Catalogue } from './language';

export const holding = {
  holds: {
    title: 'Pending messages', lead: 'Messages waiting for your decision. They are not posted yet.', from: 'From', to: 'To', approve: 'Approve', refuse: 'Reject…', refuseTitle: 'Reject message?', refuseHelp: 'The sender is told that it was not posted and gets your note. Others who decide here read the note too.', note: 'Note to the sender', refuseNow: 'Reject', none: 'No pending messages',
    noneHelp: 'Messages from unknown addresses or against a list’s rules wait here for a convenor.', approved: 'Approved. It is on its way to the list.', refused: 'Rejected. The sender is told.', empty: '(no subject)', noneOwn: 'No messages need your confirmation',
    noneOwnHelp: 'When an email comes from your address without proof that you wrote it, you are asked here.',
    mine: 'I wrote it, post it', notMine: 'I did not write it', notMineDone: 'It was not posted.', waits: 'A convenor must approve it first.', takeBack: 'Withdraw', takenBack: 'Withdrawn. It was not posted.',
  },
};

export type HoldingWords = Catalogue<typeof holding>;
