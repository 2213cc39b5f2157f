// The library of files, and what shows one of them, in English.
import { bytes, counted } from './counts.en';
import type { Catalogue } from './language';

export const library = {
  title: 'Files', empty: 'No files yet', emptyHelp: 'Files attached to messages, issues, updates, actions and polls appear here. You only see files you can read.', toLists: 'Go to lists',
  none: 'No files match', noneHelp: 'Change the filters, or clear them.', clear: 'Clear filters', filters: 'Filters', more: 'Show more files',
  found: (n: number) => counted(n, '# file', '# files'), total: (n: number, size: number) => `${counted(n, '# file', '# files')}, ${bytes(size)}`, places: 'Size of each place', whole: 'All places',
  name: 'Name', kind: 'Type', audience: 'Readers', person: 'Person', organisation: 'Organisation', place: 'Place', since: 'From', until: 'To', sort: 'Order',
  anyKind: 'All types', anyAudience: 'All readers', anyone: 'Everyone', anyOrganisation: 'All organisations', named: 'Named people',
  kinds: { PICTURE: 'Pictures', DOCUMENT: 'Documents', TABLE: 'Tables', AUDIO: 'Audio', VIDEO: 'Video', ARCHIVE: 'Archives', OTHER: 'Other files' }, sorts: { NEWEST: 'Newest', NAME: 'Name', SIZE: 'Size' },
  earlier: (n: number) => counted(n, '# earlier version', '# earlier versions'), preview: (name: string) => `Preview ${name}`, save: 'Download',
  viewer: {
    label: 'Preview', at: (n: number, of: number) => `File ${n} of ${of}`, before: 'Previous file', next: 'Next file', where: 'Show in context', large: 'Full size', fit: 'Fit to screen',
    other: 'This type of file has no preview. Download the file to open it.', tooLong: (size: number) => `This file is larger than ${bytes(size)}. Download it to open it.`, tooWide: 'This picture is too large to show here. Download it to open it.',
    broken: 'This file cannot be shown. It may be damaged. Download it to open it.', locked: 'This PDF has a password. Download it to open it.', cut: (size: number) => `Only the first ${bytes(size)} are shown. Download the file to read the rest.`,
    page: (n: number, of: number) => `Page ${n} of ${of}`, pages: (n: number, of: number) => `The first ${n} of ${of} pages are shown. Download the file to read the rest.`, empty: 'This file is empty.',
  },
};

export type LibraryWords = Catalogue<typeof library>;
