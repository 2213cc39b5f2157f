// The words about how mail comes to a person, and what it carries.
import type { Catalogue } from './language';

export const mailing = {
  myMail: {
    lead: 'Choose how email from this workspace reaches you. You can always read everything here. No one else is told of your choice.', all: 'All my email', lists: 'List by list', save: 'Save', saved: 'Saved.', savedList: (name: string) => `Saved for ${name}. Applies to new messages.`,
    suspended: 'Your email is bouncing, so delivery is paused. You or a convenor can resume it.', zone: 'Your time zone', zoneHelp: 'Digests arrive at six in the morning in this time zone, and actions show their days and hours in it.', useHere: (zone: string) => `Use the time zone of this device: ${zone}`,
    notices: 'Notifications by email', noticesHelp: 'About issues, updates and actions. Questions about your own emails are always sent.', echo: 'Confirm my emailed posts', echoHelp: 'A short email that says who can read each message, without its text.',
    textOnly: 'Text-only email', textOnlyHelp: 'Emails without formatting. They say the same.',
    quiet: 'Quiet hours every day', quietFrom: 'From', quietUntil: 'Until', quietHelp: 'In your time zone, at most 16 hours. Email waits until they end; nothing is left out. Sign-in codes, questions about pending messages and confirmations of your own emails arrive at any hour. Applies to new messages.',
    pauseAll: 'Pause all email', pauseList: 'Pause email from this list', from: 'First day', until: 'Last day', pauseHelp: 'Messages from these days are not emailed later. Email that waited before the first day arrives after the last day.',
    trouble: 'Bouncing email', how: 'Delivery', more: 'More settings', noLists: 'No lists yet', noListsHelp: 'When there is a list you can read, you choose here how its email arrives.',
    modes: { EACH: 'Each message', DIGEST: 'Digest', MIME_DIGEST: 'Digest of original emails', SUMMARY: 'Daily summary', SPECIAL: 'Announcements only', NONE: 'No email' },
    modeHelp: { EACH: 'As soon as it is posted.', DIGEST: (posts: number) => `Several messages in one plain email, each morning or as soon as there are ${posts}.`, MIME_DIGEST: 'The same, with original emails attached.', SUMMARY: 'Each morning, authors and subjects with links.', SPECIAL: 'Emails by a convenor whose subject starts with “Special notice:”.', NONE: 'You read the messages here.' },
    flags: { own: 'Also send my own messages', copies: 'Also send messages where I am in To or Cc', links: 'Links instead of attachments' },
    flagHelp: { own: 'To keep them with the others.', copies: 'If off, the list leaves out emails that reached you directly.', links: 'For a slow or costly connection. Signed and encrypted emails are sent unchanged.' },
  },
  mail: {
    title: 'Content of emails', which: 'Emails without content', save: 'Save', saved: 'Saved. Applies to all emails from now on, including those on their way.', also: 'Also without content, whatever you choose above', named: 'Named people', alsoNow: 'Also without:',
    lead: 'Email passes through many providers, which can read and keep it. An email without content only says “Something new in”, the short name of this workspace and a link. It has no subject, no text, and no names of people, lists or organisations.',
    waitsTitle: 'Delay before emails are sent', waits: { NONE: 'Send at once', ACROSS: 'Emails to the other side wait one minute', ALL: 'All emails wait one minute' },
    waitsHelp: { NONE: 'The author can undo send for 60 seconds, but delivered emails cannot be recalled.', ACROSS: 'From civil society to a company, or from a company to anyone else, emails are sent when the author can no longer undo send.', ALL: 'No email is delivered while the author can still undo send.' },
    waitsNow: { NONE: 'New messages are emailed at once.', ACROSS: 'New messages are emailed to the other side after one minute, so their authors can undo send.', ALL: 'New messages are emailed after one minute, so their authors can undo send.' },
    modes: { OFF: 'None: emails contain messages', SENSITIVE: 'For smaller audiences', ALL: 'All emails' },
    modeHelp: { OFF: 'Best for people who read and reply by email.', SENSITIVE: 'For one company and civil society, for one company or organisation only, for one organisation and one company, and for named people. Emails for everyone and for civil society have content.', ALL: 'People read and reply on these pages only.' },
    now: { OFF: 'Emails contain messages.', SENSITIVE: 'Emails for smaller audiences (civil society and one company, one company or organisation only, one organisation and one company, named people) have no content.', ALL: 'Emails have no content.' },
    still: 'Always sent: sign-in codes, invitations with the names of this workspace and of the person who invites, replies to senders whose message was not posted, and emails people write from their own mail programs. Emails already delivered cannot be recalled.',
  },
};

export type MailingWords = Catalogue<typeof mailing>;
