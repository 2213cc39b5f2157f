// The words about how mail went: who got a post, whose mail comes back, how a list's letters look. Apart from the rest, since few visits need them.
import type { Catalogue } from './language';

const WHY: Record<string, string> = {
  SENT: 'Sent', IN_DIGEST: 'Sent in a digest', NEXT_DIGEST: 'In the next digest', WAITING: 'About to be sent', RETRYING: 'Not accepted yet; retrying', REJECTED: 'Rejected by the mail server', GIVEN_UP: 'Not delivered after several days', REMOVED: 'Removed by the operator of the server',
  DIGEST_REJECTED: 'Digest rejected by the mail server', DIGEST_GIVEN_UP: 'Digest not delivered after several days',
  WITHHELD: 'Not sent: already received, or email was off', SUSPENDED: 'Paused: email is bouncing', OWN: 'Author', PAUSED: 'Email was paused that day', SPECIAL_ONLY: 'Announcements only', NOT_WANTED: 'Email is off',
  BELL: 'Notified here, not by email', NOT_FOLLOWED: 'Not involved and not following', QUIET: 'The author asked for no emails',
  OTHER_LIST: 'Received through another list', OTHER_SEAT: 'Received through another membership', OUTSIDE: 'Cannot read it', ARCHIVE: 'Imported, not emailed',
};
const REASONS: Record<string, string> = {
  SPAM: 'marked as spam', VIRUS: 'marked as a virus', SIZE: 'too large', RATE: 'too many emails at once', DELAY: 'delayed', FULL: 'mailbox full', POLICY: 'a rule of the receiving server', CONTENT: 'the content of the email', DEAD_ADDRESS: 'the mailbox does not exist', DISABLED: 'mailbox disabled', NOT_A_FAILURE: 'an automatic reply', UNKNOWN: 'no reason given',
};
const PURPOSES: Record<string, string> = { POST: 'Message', NOTICE: 'Notification', DIGEST: 'Digest', WELCOME: 'Invitation', PROBE: 'Test email' };

export const post = {
  deliveries: {
    title: 'Delivery status', open: 'Delivery status', back: 'Back to message', lead: 'Delivery of this message to each member. Members without email can still read it here, unless noted.', why: (state: string) => WHY[state] ?? state,
    groups: { got: 'Received by email', waits: 'On its way', not: 'Not by email', outside: 'Cannot read it' }, reply: 'server reply:', none: 'No one', tried: 'next attempt:', due: 'due:',
  },
  message: { title: 'Email', several: 'This email appears in more than one place', place: (n: number) => `Place ${n}` },
  trouble: {
    title: 'Bouncing email', lead: 'Emails that a mail server returned. Only a mailbox that does not exist or is disabled counts. Email is paused after five different days and four test emails. Everything stays readable here.',
    leadOwn: 'Emails to you that your mail server returned. Nothing is lost: everything stays readable here.', none: 'No bouncing email', noneHelp: 'When emails to a member are returned, the reason and the next step appear here.',
    held: 'Email paused', left: 'May have left', doubted: 'In doubt: test emails are being sent', fine: 'Delivered as usual', again: 'Resume email', againTo: (name: string) => `Resume email to ${name}`, done: 'Email resumed.',
    history: 'Returned emails', purpose: (one: string) => PURPOSES[one] ?? one, reason: (one: string) => REASONS[one] ?? one, counts: 'counts', handOver: 'Hand over or end membership',
  },
  copies: {
    same: 'The body of the email copies is the same as the original, byte for byte.', changed: 'The body of the email copies is not the same as the original: it was changed when it was sent.', then: 'The list was set this way when the message was posted. Its footer, if it has one, is shown below.', cut: 'Fields left out of the copies, visible to the author and convenors',
    change: {
      ADDRESSES: 'The author appears under an address of this server. Host, program and time zone are left out.', TRACES: 'Traces of mail servers on the way are removed.', REMOTE: 'Pictures and styles from other sites are removed.', PARTS: 'Part names that revealed a host or a program are replaced.', ENCODED: 'Lines too long for email are encoded.', SEALED: 'The email is signed or encrypted, so its body was not changed.',
    } as Record<string, string>,
  },
  privacy: {
    title: 'Email privacy', open: 'Privacy', help: 'Applies to emails sent from now on, and to originals opened by anyone but the author and convenors. Content hidden when it was posted stays hidden. Traces of mail servers are always removed.',
    before: 'This list is older than this setting. It stays as it was until you choose.', now: { hides: 'Addresses are hidden now.', shows: 'Addresses are shown now.' },
    addresses: 'Authors’ addresses', addressesTo: { SHOWN: 'Shown as written', HIDDEN_WITH_COMPANIES: 'Hidden while companies read the list', HIDDEN: 'Hidden' } as Record<string, string>, addressesHelp: 'If hidden, readers see the author’s name and an address here that reaches them. They see nothing of the author’s server, program or time zone.',
    remote: 'Pictures and styles from other sites', remoteTo: { KEPT: 'Kept', REMOVED_WITH_COMPANIES: 'Removed while companies read the list', REMOVED: 'Removed' } as Record<string, string>, remoteHelp: 'The other site learns who reads, when and from where. Links stay.',
    pictures: 'Pictures', picturesTo: { KEPT: 'Sent unchanged', REMOVED_WITH_COMPANIES: 'Place, time and device removed while companies read the list', REMOVED: 'Place, time and device removed' } as Record<string, string>, picturesHelp: 'Cameras store the place and time in pictures and films. The author keeps the file as sent. TIFF, Matroska, WebM, AVI and damaged files cannot be cleaned, so companies do not get them. Word, Excel, PowerPoint and OpenDocument files lose author, company, times and template, unless they are signed. People who commented or edited become Author 1, Author 2 and so on. PDF, older office files and archives are sent unchanged.',
    signed: 'Signed and encrypted emails', signedTo: { HELD: 'Ask a convenor', PASSED: 'Send unchanged' } as Record<string, string>, signedHelp: 'They cannot be changed, and they show the author’s certificate.', save: 'Save', saved: 'Saved.',
  },
  looks: {
    title: 'Email layout', open: 'Emails', help: 'Applies to emails sent from now on. Everyone who reads the list sees it. The text that people wrote is not changed.', tag: 'Subject tag', tagHelp: 'For example [COP]. Added once, before or after “Re:”. Leave empty for none.',
    answers: 'Destination of replies', answersTo: { LIST: 'The list', AUTHOR: 'The author only' } as Record<string, string>, waitsAsWorkspace: 'Same as the workspace', filesTitle: 'Largest file in emails (KB)', filesHelp: 'A larger file is sent as a link: readers sign in to open it, or ask for it by email. Its author’s copy, and signed or encrypted emails, keep all files. 0 sends all files along; 5120 is usual.', edits: 'Edits and deletions', editsHelp: 'For readers who were sent the message by email. A sent email cannot be recalled: the notification shows its old text and the new one. The page always shows edits and deletions.', editsTo: { NEXT: 'Tell them in the next notification', NONE: 'Do not tell them by email' } as Record<string, string>, footer: 'Footer', footerHelp: 'Below plain emails, with a line that says where replies go. Never in signed or encrypted emails. The limit is 500 characters.', save: 'Save', saved: 'Layout saved.', tooLong: 'Too long',
  },
};

export type PostWords = Catalogue<typeof post>;
