// The words for what waits for a convenor, and for who is asked first. Apart from the rest, since few visits need them.
import type { Catalogue } from './language';

export const moderation = {
  title: 'Who is read first', lead: 'Here convenors choose what they read before it is posted, and whom the lists believe.', link: 'Who is read first',
  lists: 'Lists', seats: 'People', save: 'Save', saved: 'Saved. It holds for every letter from now on.',
  stop: 'Stop…', stopNamed: (list: string) => `Stop… ${list}`, stopTitle: (list: string) => `Stop “${list}”?`, stopDo: 'Stop it',
  stopHelp: 'From now on a convenor reads first whatever is posted there, by mail and in the browser. Nothing is lost: it waits. Everybody who can post there is told so where they write.',
  run: 'Run again', runNamed: (list: string) => `Run again: ${list}`, stopped: 'Stopped', running: 'Runs', stoppedNow: (list: string) => `${list} is stopped. Whatever is posted there waits for a convenor.`, runsNow: (list: string) => `${list} runs again. What waits already still waits for a decision.`,
  strangers: 'Letters from people who cannot write there', strangersWays: { HOLD: 'Wait for a convenor', REFUSE: 'Are refused, and their senders told' },
  proof: 'What shows that a member wrote a letter', proofs: { SIGNATURE_OR_HOST: 'A signature, or the word of a mail host listed here', SIGNATURE: 'Only a signature that is checked here', ASK: 'Nothing: every author is asked each time' },
  noLists: 'There is no list that you read.',
  seatsHelp: 'A convenor reads first whatever these people say, on every list and under every issue, update and action. They are told so where they write.',
  none: 'Nobody is read first.', who: 'Whom to read first', choose: 'Choose…', add: 'Read them first', added: (name: string) => `A convenor reads first what ${name} posts.`, free: 'Let them post', freeNamed: (name: string) => `Let them post: ${name}`, freed: (name: string) => `${name} posts again without being read first.`,
  onlyConvenors: 'Convenors choose this. You see what holds for you.',
  banner: { list: 'This list is stopped: a convenor reads first whatever is posted here. What you send waits until then.', seat: 'A convenor reads first what you post. What you send waits until then.', convenor: 'This list is stopped: a convenor reads first what others post here. What you write is posted at once.', choose: 'Change it' },
  hold: {
    waits: 'It waits for a convenor', asks: 'A letter waits for your word', posted: 'It is posted', refused: 'It was not posted', discarded: 'It was not posted', withdrawn: 'It was taken back', expired: 'It was not posted',
    waitsHelp: (until: string) => `It is not posted yet: only you and those who decide can read it. If nobody decides until ${until}, it is not posted, and you are told.`,
    decideHelp: (until: string) => `It is not posted yet. If nobody decides until ${until}, it is not posted, and its sender is told.`,
    postedHelp: 'It was let in, and stands where it was meant to go.', expiredHelp: 'Nobody decided in time. It can be sent again.', by: (name: string) => `Decided by ${name}.`, note: 'To its sender', toPlace: 'To the conversation', toList: 'To the list', all: 'Held letters',
    reasons: 'Why it waits', files: 'Files', readers: 'If it is let in', until: 'Waits until', posts: 'Posted at', postNow: 'Post it now', untitled: '(no subject)',
    unread: 'It could not be read, so nobody knows yet for whom it is: it may ask for fewer readers than this place has. Have it read again, and it reaches those whom it asks for and nobody else.', givenUp: 'It could not be read, twice, so nobody knows for whom it is, and it cannot be posted. Refuse it, and ask its sender to send it again in a simpler form.', readAgain: 'Have it read again', readingAgain: 'It is read again. It is posted only if it can be read.', readOnce: 'It was read again', readOnceHelp: 'It went the way of every letter then: it is posted, waits again, or was refused.',
    discard: 'Discard…', discardTitle: 'Discard this letter?', discardHelp: 'It is not posted. A sender who is no member hears nothing, as is best with advertisements; a member is told that it was not posted. It cannot be undone.', discardNow: 'Discard it', discarded_: 'It was discarded.',
    keys: 'On this page: a goes to the button that lets it in; r refuses and x discards, and both ask once more.',
    withdrawTitle: 'Take it back?', withdrawHelp: 'It is not posted, and nobody is asked about it any more. You can write it again.', withdraw: 'Take it back', waiting: 'Yours, and not posted yet:', see: 'Why it waits',
  },
};

export type ModerationWords = Catalogue<typeof moderation>;
