// The words about how mail went: who got a post, whose mail comes back, how a list's letters look. Apart from the rest, since few visits need them.
import type { Catalogue } from './language';

const WHY: Record<string, string> = {
  SENT: 'Sent', IN_DIGEST: 'In a digest', NEXT_DIGEST: 'Waits for the next digest', WAITING: 'About to be sent', RETRYING: 'Not taken yet, tried again', REJECTED: 'Refused by the mail host', GIVEN_UP: 'Tried for days, given up',
  DIGEST_REJECTED: 'Its digest was refused by the mail host', DIGEST_GIVEN_UP: 'Its digest was tried for days, given up',
  WITHHELD: 'Not sent: had it otherwise, or took no mail then', SUSPENDED: 'Held back: mail came back', OWN: 'Wrote it', PAUSED: 'Wanted no mail on that day', SPECIAL_ONLY: 'Wants special notices only', NOT_WANTED: 'Wants no mail of it',
  BELL: 'Hears of such things here, not by mail', NOT_FOLLOWED: 'Takes no part in it and does not follow it', QUIET: 'Its author asked that nobody be told by mail',
  OTHER_LIST: 'Came by another list', OTHER_SEAT: 'Came to another seat of yours', OUTSIDE: 'Cannot read it', ARCHIVE: 'From an archive, mailed to nobody',
};
const REASONS: Record<string, string> = {
  SPAM: 'taken for spam', VIRUS: 'taken for a virus', SIZE: 'too large', RATE: 'too many at once', DELAY: 'delayed', FULL: 'mailbox full', POLICY: 'a rule of the other side', CONTENT: 'what the letter is made of', DEAD_ADDRESS: 'no such mailbox', DISABLED: 'mailbox disabled', NOT_A_FAILURE: 'an automatic answer', UNKNOWN: 'no reason given',
};
const PURPOSES: Record<string, string> = { POST: 'A post', NOTICE: 'A notice', DIGEST: 'A digest', WELCOME: 'An invitation', PROBE: 'A letter to try the address' };

export const post = {
  deliveries: {
    title: 'Who got it by mail', open: 'Who got it', back: 'Back to the post', lead: 'What became of this post for each seat. Those who did not get it by mail can still read it here, unless it says otherwise.', why: (state: string) => WHY[state] ?? state,
    groups: { got: 'Got it by mail', waits: 'On its way', not: 'Not by mail', outside: 'Cannot read it' }, reply: 'the host said', none: 'Nobody', tried: 'next', due: 'due',
  },
  message: { title: 'A letter', several: 'This letter stands in more than one place', place: (n: number) => `Place ${n}` },
  trouble: {
    title: 'Mail that comes back', lead: 'Letters that a mail host returned. Only a dead or disabled mailbox counts, and only after five different days and four letters that tried it is mail held back. Nothing is lost: everything stays readable here.',
    leadOwn: 'Letters to you that your mail host returned. Nothing is lost: everything stays readable here.', none: 'No mail comes back', noneHelp: 'When letters to somebody are returned, this page says why and what follows.',
    held: 'Held back', left: 'May have left', doubted: 'In doubt: letters are sent to try it', fine: 'Sent as usual', again: 'Send mail again', againTo: (name: string) => `Send mail to ${name} again`, done: 'Mail is sent again.',
    history: 'What came back', purpose: (one: string) => PURPOSES[one] ?? one, reason: (one: string) => REASONS[one] ?? one, counts: 'counts', handOver: 'Hand the seat over or end it',
  },
  copies: {
    same: 'Copies by mail have its body byte for byte as it came.', changed: 'Copies by mail do not have its body byte for byte: it was changed on the way out.', then: 'So its list had chosen when it was posted. The footer of the list, if it has one, stands below.', cut: 'Fields that the copies do not have, for its author and convenors',
    change: {
      ADDRESSES: 'The author stands there under an address of this server. Host, program and time zone are left out.', TRACES: 'What mail hosts wrote on its way is cut.', REMOTE: 'Pictures and styles that would be fetched from elsewhere are taken out.', PARTS: 'Names of its parts that told a host or a program are replaced.', ENCODED: 'Lines too long for mail are encoded.', SEALED: 'It is signed or encrypted, so its body was left as it is.',
    } as Record<string, string>,
  },
  privacy: {
    title: 'What its letters tell', open: 'Privacy', help: 'Holds for letters sent from now on, and for originals that others than their author and convenors open. What was hidden when it was posted stays hidden. What hosts wrote on a letter’s way is always cut.',
    before: 'This list was opened before there was a choice: it keeps what it had until you choose.', now: { hides: 'Addresses are hidden now.', shows: 'Addresses are shown now.' },
    addresses: 'Authors’ addresses', addressesTo: { SHOWN: 'As they were written', HIDDEN_WITH_COMPANIES: 'Hidden while companies read the list', HIDDEN: 'Hidden' } as Record<string, string>, addressesHelp: 'Hidden: readers see the author’s name and an address here that leads to them, and nothing of their host, program or time zone.',
    remote: 'Pictures and styles from elsewhere', remoteTo: { KEPT: 'Kept', REMOVED_WITH_COMPANIES: 'Taken out while companies read the list', REMOVED: 'Taken out' } as Record<string, string>, remoteHelp: 'The host that is asked for them learns who reads, when and from where. Links stay.',
    pictures: 'Pictures', picturesTo: { KEPT: 'As they were sent', REMOVED_WITH_COMPANIES: 'Place, time and device taken out while companies read the list', REMOVED: 'Place, time and device taken out' } as Record<string, string>, picturesHelp: 'Cameras write where and when a picture or film was made into it. Its author has it as it was sent. Out of TIFF, Matroska, WebM, AVI and broken files nothing can be taken: they do not go to companies. Word, Excel, PowerPoint and OpenDocument files lose author, company, times and template, unless they are signed; who commented or changed is called Author 1, Author 2 and so on. PDF, older office files and archives go as they are.',
    signed: 'Signed and encrypted letters', signedTo: { HELD: 'A convenor is asked', PASSED: 'Sent on as they are' } as Record<string, string>, signedHelp: 'They cannot be changed, and show their author’s certificate.', save: 'Save', saved: 'It holds from now on.',
  },
  looks: {
    title: 'How its letters look', open: 'Letters', help: 'Holds for letters sent from now on; everyone who reads the list sees it. What people wrote stays as it is.', tag: 'Tag in subjects', tagHelp: 'Such as [COP]. Once, before or after “Re:”. Empty for none.',
    answers: 'Replies go', answersTo: { LIST: 'To the list', AUTHOR: 'To the author alone' } as Record<string, string>, waitsAsWorkspace: 'As for the whole workspace', footer: 'Footer', footerHelp: 'Below plain letters, with a line that says where replies go. Signed and encrypted ones never get it. At most 500 characters.', save: 'Save', saved: 'The letters look so from now on.', tooLong: 'Too long',
  },
};

export type PostWords = Catalogue<typeof post>;
