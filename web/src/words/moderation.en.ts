// The words for what waits for a convenor, and for who is asked first. Apart from the rest, since few visits need them.
import type { Catalogue } from './language';

export const moderation = {
  title: 'Moderation', lead: 'Convenors choose here which messages need approval, and which senders the lists accept.', link: 'Moderation',
  lists: 'Lists', seats: 'People', save: 'Save', saved: 'Saved. Applies from now on.',
  stop: 'Moderate…', stopNamed: (list: string) => `Moderate… ${list}`, stopTitle: (list: string) => `Moderate “${list}”?`, stopDo: 'Moderate this list',
  stopHelp: 'From now on a convenor must approve every message to this list, by email and in the browser. Nothing is lost: messages wait. Everyone who can post there sees this where they write.',
  run: 'Stop moderating', runNamed: (list: string) => `Stop moderating: ${list}`, stopped: 'Moderated', running: 'Not moderated', stoppedNow: (list: string) => `${list} is moderated. Every message waits for a convenor.`, runsNow: (list: string) => `${list} is no longer moderated. Messages that already wait still need a decision.`,
  strangers: 'Emails from people who cannot post there', strangersWays: { HOLD: 'Wait for a convenor', REFUSE: 'Reject and tell the sender' },
  proof: 'Proof that a member wrote an email', proofs: { SIGNATURE_OR_HOST: 'A signature, or a mail server listed here', SIGNATURE: 'Only a signature that is checked here', ASK: 'None: ask the author each time' },
  noLists: 'No list you can read.',
  seatsHelp: 'A convenor must approve everything these people post: on every list, issue, update and action. They see this where they write.',
  none: 'No moderated members.', who: 'Member', choose: 'Choose…', add: 'Moderate member', added: (name: string) => `A convenor must approve messages by ${name}.`, free: 'Stop moderating', freeNamed: (name: string) => `Stop moderating: ${name}`, freed: (name: string) => `Messages by ${name} no longer need approval.`,
  onlyConvenors: 'Only convenors can change this. You see what applies to you.',
  banner: { list: 'This list is moderated. Your message will wait for a convenor.', seat: 'Your messages need a convenor’s approval. They wait until then.', convenor: 'This list is moderated: messages by others wait for a convenor. Yours are posted at once.', choose: 'Change' },
  hold: {
    waits: 'Message pending approval', asks: 'Message pending your decision', posted: 'Message posted', refused: 'Message not posted', discarded: 'Message not posted', withdrawn: 'Message withdrawn', expired: 'Message not posted',
    waitsHelp: (until: string) => `The message is not posted yet. Only you and the people who decide can read it. If no one decides by ${until}, it is not posted and you are told.`,
    decideHelp: (until: string) => `The message is not posted yet. If no one decides by ${until}, it is not posted and the sender is told.`,
    postedHelp: 'It was approved and posted where it was addressed.', expiredHelp: 'No one decided in time. It can be sent again.', by: (name: string) => `Decided by ${name}.`, note: 'Note to the sender', toPlace: 'Go to thread', toList: 'Go to list', all: 'Pending messages',
    reasons: 'Why it waits', files: 'Files', readers: 'If approved', until: 'Pending until', posts: 'Posted at', postNow: 'Post now', untitled: '(no subject)',
    unread: 'This email could not be read, so its readers are not known yet. It may ask for fewer readers than this place has. Read it again: it will reach only the people it asks for.', givenUp: 'This email could not be read, twice, so its readers are not known. It cannot be posted. Reject it and ask the sender for a simpler form.', readAgain: 'Read again', readingAgain: 'Reading again. It is posted only if it can be read.', readOnce: 'Email was read again', readOnceHelp: 'It was then treated like any email: posted, pending again, or rejected.',
    discard: 'Discard…', discardTitle: 'Discard message?', discardHelp: 'It is not posted. A sender who is not a member is not told, which is best for spam. A member is told that it was not posted. This cannot be undone.', discardNow: 'Discard', discarded_: 'Discarded.',
    keys: 'Shortcuts: a approve, r reject, x discard. Reject and discard ask for confirmation.',
    withdrawTitle: 'Withdraw message?', withdrawHelp: 'The message is not posted, and no one is asked to approve it any more. You can write it again.', withdraw: 'Withdraw', waiting: 'Your pending messages:', see: 'Why it waits',
  },
};

export type ModerationWords = Catalogue<typeof moderation>;
