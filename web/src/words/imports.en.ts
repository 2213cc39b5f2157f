// The words for the archive of an old list that is brought in.
import { counted, organisations, people } from './counts.en';
import type { Catalogue } from './language';

export const imports = {
  title: 'Bring an archive in', onlyConvenors: 'Convenors bring archives in.',
  lead: 'The letters of an old list become threads here, dated as they were written. Nobody is mailed, nobody gets a seat by it, and what is here already is passed over.',
  list: 'Into which list', file: 'The archive',
  kinds: 'An mbox, also a month of pipermail; a ZIP of a Maildir with its folders, of mboxes or of single letters; what “git fast-export --all” writes of a public-inbox. Any of them packed with gzip, up to 1 GiB. You can go on after a broken line or a reload.',
  goOn: (name: string, here: string, all: string) => `${here} of ${all} of ${name} are here. Choose the same file again, and the rest is sent.`,
  forget: 'Forget it',
  readers: 'Who may read it', readersHelp: 'It holds for all letters of the archive. Members who read from their joining on do not see what was said before.',
  more: 'How the archive quotes, and what was thrown away', trashed: 'Bring in what was thrown away, too', trashedHelp: 'A Maildir marks what its owner threw away, and folders such as Trash and Junk hold it. Drafts are never brought in. The report names each.', quoting: { MBOXRD: 'The usual way (mboxrd): one mark is taken off lines such as “>>From ”', MBOXO: 'As older programs do (mboxo): only “>From ” loses its mark' },
  begin: (readers: number, orgs: number) => `Bring it in for ${people(readers)} in ${organisations(orgs)}`,
  begun: 'It is being brought in. You can leave this page.', none: 'No archive has been brought in yet', noneHelp: 'What you bring in is listed here, with what became of each letter.',
  yours: 'What you brought in', into: (list: string) => `into ${list}`,
  states: { WAITING: 'Waits for its turn', RUNNING: 'Under way', HELD: 'Waits for the operator of the server', DONE: 'Done', FAILED: 'Not brought in' },
  steps: { READING: 'Reading the headers', BRINGING: 'Bringing in', COMPARING: 'Comparing with the archive' },
  progress: (n: string, all: string) => `${n} of ${all}`, soFar: (n: string) => n,
  again: 'The server stopped meanwhile and has begun again; what was brought in before counts as here already.',
  held: (why: string) => `It stopped: ${why}. It is not begun again by itself. What was brought in before stays.`,
  failed: (why: string) => `It could not be brought in: ${why}. What was brought in before stays. Mend the file and send it again.`,
  same: 'Every letter that is here is the same as in the archive, byte for byte.',
  different: (n: number) => counted(n, '# letter differs from the archive. Keep it, and tell the operator of the server.', '# letters differ from the archive. Keep it, and tell the operator of the server.'),
  threads: (n: number) => counted(n, '# thread begun', '# threads begun'), toList: 'See the list',
  ends: { IMPORTED: 'Brought in', HERE_ALREADY: 'Here already', REPEATED: 'Repeated in the archive', REFUSED: 'Refused', DIFFERENT: 'Stored differently', DRAFT: 'A draft, left out', TRASHED: 'Thrown away, left out', UNREAD: 'Not read', NOT_BROUGHT: 'Not brought in yet' },
  report: 'Letter by letter', onlyBad: 'Only what is not here', number: (n: number) => `No. ${n}`, noId: 'without a Message-ID', read: 'Read it',
};

export type ImportsWords = Catalogue<typeof imports>;
