// The words of what helps people to write: the buttons under a field, and what is said when something is put in.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const composing = {
  toolbar: 'Formatting', linkText: 'text', column: (n: number) => `Column ${n}`,
  tools: { heading: 'Heading', commands: 'Commands (/)', bold: 'Bold', italic: 'Italic', link: 'Link', list: 'List', numbers: 'Numbered list', tasks: 'Checklist', quote: 'Quote', code: 'Code', table: 'Table' },
  pictures: {
    ask: (name: string) => `What ${name} shows (optional)`, example: 'For example: Members at the table in the hall',
    help: 'Screen readers read this aloud. It is sent with the message, and people can search for it.',
    count: (n: number, most: number) => `${n} of ${most} characters`,
  },
  signs: 'Emoji', blocks: 'Commands', puts: { mention: 'Mention someone', file: 'Picture or file', date: 'Date' }, found: (n: number) => counted(n, '# suggestion', '# suggestions'),
  copied: 'The text was copied into this form. Your message is still in its place, not sent.',
  plain: 'The formatting is too long or too complex to keep. The text was pasted as plain text.',
  full: 'The text has reached its limit. Nothing was changed. Shorten the text first.',
};

export type ComposingWords = Catalogue<typeof composing>;
