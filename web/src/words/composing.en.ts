// The words of what helps people to write: the buttons under a field, and what is said when something is put in.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const composing = {
  toolbar: 'Formatting', linkText: 'text', column: (n: number) => `Column ${n}`,
  tools: { bold: 'Bold', italic: 'Italic', link: 'Link', list: 'List', numbers: 'Numbered list', tasks: 'Checklist', quote: 'Quote', code: 'Code', table: 'Table' },
  signs: 'Emoji', blocks: 'Formatting commands', found: (n: number) => counted(n, '# suggestion', '# suggestions'),
  plain: 'The formatting is too long or too complex to keep. The text was pasted as plain text.',
  full: 'The text has reached its limit. Nothing was changed. Shorten the text first.',
};

export type ComposingWords = Catalogue<typeof composing>;
