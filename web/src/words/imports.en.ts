// The words for the archive of an old list that is brought in.
import { counted, organisations, people } from './counts.en';
import type { Catalogue } from './language';

export const imports = {
  title: 'Import an archive', onlyConvenors: 'Only convenors can import archives.',
  lead: 'Emails of an old list become threads here, with their original dates. No one is emailed. No one becomes a member. Duplicates are skipped.',
  list: 'List', file: 'Archive file',
  kinds: 'An mbox file, or a month of pipermail. A ZIP of a Maildir with its folders, of mbox files or of single emails. The output of “git fast-export --all” from a public-inbox. Each can be compressed with gzip. The limit is 1 GB. You can resume after a lost connection or a reload.',
  goOn: (name: string, here: string, all: string) => `${here} of ${all} of ${name} are uploaded. Choose the same file again to upload the rest.`,
  forget: 'Cancel upload',
  readers: 'Who can read it', readersHelp: 'Applies to all emails of the archive. Members who only read from when they joined do not see earlier messages.',
  more: 'Quoting and deleted emails', trashed: 'Also import deleted emails', trashedHelp: 'A Maildir marks emails its owner deleted, and folders such as Trash and Junk contain them. Drafts are never imported. The report lists each one.', quoting: { MBOXRD: 'Usual format (mboxrd): one mark is removed from lines such as “>>From ”', MBOXO: 'Older format (mboxo): only “>From ” loses its mark' },
  begin: (readers: number, orgs: number) => `Import for ${people(readers)} in ${organisations(orgs)}`,
  begun: 'Import started. You can leave this page.', none: 'No imports yet', noneHelp: 'Your imports are listed here, with a report on each email.',
  yours: 'Your imports', into: (list: string) => `into ${list}`,
  states: { WAITING: 'Queued', RUNNING: 'In progress', HELD: 'Needs the server operator', DONE: 'Done', FAILED: 'Failed' },
  steps: { READING: 'Reading the headers', BRINGING: 'Importing', COMPARING: 'Comparing with the archive' },
  progress: (n: string, all: string) => `${n} of ${all}`, soFar: (n: string) => n,
  again: 'The server restarted and resumed the import. Emails imported earlier count as duplicates.',
  held: (why: string) => `The import stopped: ${why}. It does not resume automatically. Emails imported so far stay.`,
  failed: (why: string) => `The import failed: ${why}. Emails imported so far stay. Correct the file and upload it again.`,
  same: 'Each imported email is identical to the archive, byte for byte.',
  different: (n: number) => counted(n, '# email differs from the archive. Keep the archive and tell the server operator.', '# emails differ from the archive. Keep the archive and tell the server operator.'),
  threads: (n: number) => counted(n, '# thread created', '# threads created'), toList: 'Go to list',
  ends: { IMPORTED: 'Imported', HERE_ALREADY: 'Already here', REPEATED: 'Repeated in the archive', REFUSED: 'Rejected', DIFFERENT: 'Stored differently', DRAFT: 'Draft, skipped', TRASHED: 'Deleted, skipped', UNREAD: 'Unreadable', NOT_BROUGHT: 'Not imported yet' },
  report: 'Report on each email', onlyBad: 'Only emails not imported', number: (n: number) => `No. ${n}`, noId: 'without a Message-ID', read: 'Open',
};

export type ImportsWords = Catalogue<typeof imports>;
