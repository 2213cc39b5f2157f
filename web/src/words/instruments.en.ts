// The words of instruments: the list, the outline of a text before it is adopted, the text, and one of its provisions.
import { counted, number } from './counts.en';
import type { Catalogue } from './language';

const parts = (n: number): string => counted(n, '# part', '# parts');
const provisions = (n: number): string => counted(n, '# provision', '# provisions');
const lines = (n: number): string => counted(n, '# line', '# lines');

export const instruments = {
  title: 'Instruments', one: 'Instrument', provision: 'Provision', add: 'Add a text',
  empty: 'No texts yet', emptyHelp: 'An instrument is a draft law, a code, a policy or a standard, cut into provisions that people can cite. Drop the draft here.',
  groups: { DRAFT: 'Drafts', LAW: 'Laws', POLICY: 'Policies', STANDARD: 'Standards' },
  kinds: { DRAFT: 'Draft', LAW: 'Law', POLICY: 'Policy', STANDARD: 'Standard' },
  counts: (inParts: number, n: number) => `${parts(inParts)}, ${provisions(n)}`, provisions, edition: (n: number) => `Edition ${number(n)}`, dated: (day: string) => `dated ${day}`, adopted: (when: string) => `adopted ${when}`,
  check: 'Check the outline', toCheck: 'Waiting for your check', drop: 'Drop the file to add it',
  newEdition: 'Add an edition', current: 'current', states: { ADOPTED: 'Current edition', SUPERSEDED: 'A later edition replaced this one.', WITHDRAWN: 'This edition was withdrawn.' },
  adding: {
    file: 'File', formats: 'Word (.docx), PDF with text, HTML, Markdown or plain text. The limit is 20 MB.', paste: 'Or paste the text', pasted: 'Text', pasteHelp: 'One paragraph a line. The limit is 4 MB.', read: 'Read the text',
    reading: 'Reading the text…', nobody: 'Only you can see the text until you adopt it.', byMail: 'You can also send the file by email. The address is',
  },
  outline: {
    lead: 'Check where each provision begins and which part it belongs to. Nothing is shared before you adopt the text.',
    text: 'Text', tree: 'Outline', keys: 'Keys', left: (n: number) => `${lines(n)} left out as page furniture`, saved: 'Outline saved', saving: 'Saving the outline…', problems: 'To check',
    help: 'Choose a row with the arrow keys. Tab moves it one level in and Shift+Tab one level out. Enter splits it, Backspace joins it to the row above, F marks page furniture such as page numbers, Z undoes the last change. Press Escape to leave the outline: Tab then moves through the page again.',
    within: 'Tab changes levels here. Press Escape to leave the outline.', outside: 'Tab moves through the page. Press Enter in the outline to correct it.',
    inward: 'Level in', outward: 'Level out', split: 'Split', join: 'Join to above', furniture: 'Page furniture', body: 'Part of the text', undo: 'Undo', undone: 'Undone',
    level: (n: number) => `Level ${number(n)}`, at: (n: number, of: number) => `Row ${number(n)} of ${number(of)}`,
    moved: (what: string, n: number) => `${what}: level ${number(n)}`, splitDone: 'Split in two rows', joined: 'Joined to the row above', isFurniture: 'Marked as page furniture', isBody: 'Part of the text again',
    splitting: 'Choose where the new row begins', splitHelp: 'Press a word, or use the arrow keys, then press Enter.', before: (words: string) => `Before “${words}”`, splitHere: 'Split here',
    adopt: 'Adopt the text', drop: 'Delete the text', dropTitle: 'Delete this text?', dropHelp: 'The file and your corrections are deleted. You can add the file again.', dropped: 'Text deleted',
    adoptHelp: 'Provisions keep their addresses from now on, so that people can cite them.', name: 'Title', slug: 'Short name', slugHelp: 'For addresses and email: small letters, numbers and hyphens.', kind: 'Kind', dated: 'Date of the text', issuer: 'Issuer', country: 'Country', adopted: 'Text adopted', none: 'No lines were found in this text',
    kinds: { PART: 'Part', CHAPTER: 'Chapter', SECTION: 'Section', ARTICLE: 'Article', PARAGRAPH: 'Paragraph', POINT: 'Point', SCHEDULE: 'Schedule', PREAMBLE: 'Preamble', DEFINITION: 'Definition', TABLE: 'Table', NOTE: 'Note', HEADING: 'Heading', FURNITURE: 'Page furniture' },
  },
  reading: {
    parts: 'Parts', find: 'Find in this text', found: (n: number, at: number) => `${number(at)} of ${counted(n, '# place', '# places')}`, notFound: 'Not in this text', next: 'Next place', before: 'Previous place', open: (path: string) => `Open ${path}`,
    hangs: (n: number) => counted(n, '# linked item', '# linked items'), mail: 'You can also write about this text by email. The address is',
  },
  page: {
    previous: (path: string) => `Previous: ${path}`, next: (path: string) => `Next: ${path}`, inside: 'In this provision', copy: 'Copy link', copied: 'Link copied',
    hangs: { issue: 'Concerns', update: 'Updates', action: 'Actions' }, nothing: 'Nothing about this provision yet.',
    say: 'Say something about this provision…', sayLabel: 'Concern', sayHelp: 'Opens an issue that cites this provision. Its first sentence becomes the title.', tracker: 'Tracker', noTracker: 'A concern needs a tracker that you can write to.', sent: 'Concern opened', unmark: 'Quote the whole provision',
  },
  compare: {
    title: (from: string, to: string) => `${from} and ${to} compared`, link: (n: number) => `Compare with edition ${number(n)}`, changed: 'Only changes', none: 'Nothing changed.', was: (path: string) => `was ${path}`, hangs: (n: number) => counted(n, '# linked item', '# linked items'),
    changes: { SAME: 'Unchanged', REWORDED: 'Reworded', RENUMBERED: 'Renumbered', MOVED: 'Moved', GONE: 'Removed', NEW: 'New' }, maybe: (path: string) => `Similar to ${path} in the other edition`, earlier: 'Earlier edition', later: 'Later edition',
  },
  cited: { title: 'Cited provision', seems: (path: string) => `This seems to be ${path}`, link: 'Link it', unlink: 'Remove the link', linked: 'Provision linked', unlinked: 'Link removed' },
};

export type InstrumentsWords = Catalogue<typeof instruments>;
