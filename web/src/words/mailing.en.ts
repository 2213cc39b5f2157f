// The words about how mail comes to a person, and what it carries.
import type { Catalogue } from './language';

export const mailing = {
  myMail: {
    lead: 'How the mail of this workspace comes to you. Whatever you choose, everything stays readable here, and nobody else is told.', all: 'All my mail', lists: 'List by list', save: 'Save', saved: 'Saved.', savedList: (name: string) => `Saved for ${name}. It holds for what is posted from now on.`,
    suspended: 'Mail to you came back, so it is held back. A convenor can send it again, or you when your address works.', zone: 'Your time zone', zoneHelp: 'Digests come at six in the morning there, and actions show days and hours in it.', useHere: (zone: string) => `Use that of this device: ${zone}`,
    notices: 'Notices by mail', noticesHelp: 'Of issues, updates and actions that concern you. Questions about letters come in any case.', echo: 'Tell me who reads what I posted by mail', echoHelp: 'A short letter after each, without a word of it.',
    quiet: 'Quiet hours every day', quietFrom: 'From', quietUntil: 'Until', quietHelp: 'In your time zone, at most 16 hours. What comes then waits until they end; nothing is left out. Codes to sign in, questions about letters that wait, and whom your own letter reached come at any hour. It holds for what is posted from now on.',
    pauseAll: 'No mail from one day to another', pauseList: 'No mail of this list from one day to another', from: 'First day', until: 'Last day', pauseHelp: 'What is posted on these days is not sent later either. What waited before they began comes after them.',
    trouble: 'Mail that comes back', how: 'How it comes', more: 'More', noLists: 'No list yet', noListsHelp: 'When there is a list that you can read, you choose here how its mail comes.',
    modes: { EACH: 'Each post', DIGEST: 'Digest', MIME_DIGEST: 'Digest of whole letters', SUMMARY: 'Daily summary', SPECIAL: 'Special notices only', NONE: 'No mail' },
    modeHelp: { EACH: 'As it comes.', DIGEST: (posts: number) => `Many posts in one plain letter, each morning or when there are ${posts}.`, MIME_DIGEST: 'The same, with every post as the letter it was.', SUMMARY: 'Each morning who wrote about what, with links.', SPECIAL: 'What a convenor starts with “Special notice:” in the subject.', NONE: 'You read it here.' },
    flags: { own: 'My own posts too', copies: 'A copy too of what named me in To or Cc', links: 'Links instead of attachments' },
    flagHelp: { own: 'To keep them with the others.', copies: 'Otherwise the list leaves out letters that reached you directly.', links: 'For a slow or costly line. Signed and encrypted letters come as they are.' },
  },
  mail: {
    title: 'What leaves by mail', which: 'Mail without content', save: 'Save', saved: 'Saved. It holds for all mail from now on, also for what is on its way.', also: 'Also without content, whatever is chosen above', named: 'Named people', alsoNow: 'Also without:',
    lead: 'Mail goes through the mailboxes of many providers. What is in it can be read there, and stays there. A mail without content says only “Something new in” with the short name of this workspace and a link: no subject, no words, no names of people, lists or organisations.',
    waitsTitle: 'Before a post leaves by mail', waits: { NONE: 'It leaves at once', ACROSS: 'Mail to the other side waits a minute', ALL: 'All mail of it waits a minute' },
    waitsHelp: { NONE: 'Its author can take it back for 60 seconds, but not out of mailboxes.', ACROSS: 'From civil society to a company, or from a company to anybody else, it leaves when its author can no longer take it back.', ALL: 'Nothing is in a mailbox before its author can no longer take it back.' },
    waitsNow: { NONE: 'New posts leave at once.', ACROSS: 'New posts leave for the other side after a minute, so that their authors can take them back.', ALL: 'New posts leave after a minute, so that their authors can take them back.' },
    modes: { OFF: 'None: mail carries what people write', SENSITIVE: 'That of smaller circles', ALL: 'All mail' },
    modeHelp: { OFF: 'Best for who reads and answers by mail.', SENSITIVE: 'With one company, of one company alone, and of named people. Mail for everyone and for civil society carries content.', ALL: 'Reading and answering is on these pages only.' },
    now: { OFF: 'Mail carries what people write.', SENSITIVE: 'Mail of smaller circles (with one company, of one company alone, of named people) goes without content.', ALL: 'All mail goes without content.' },
    still: 'What leaves in any case: sign-in codes, invitations with the names of who invites and of this workspace, answers to the sender of a letter that was not posted, and whatever people write from their own mail programs. What was mailed before cannot be called back.',
  },
};

export type MailingWords = Catalogue<typeof mailing>;
