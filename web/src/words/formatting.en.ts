// The words about how a text is laid out: what its marks mean, how it will look.
import type { Catalogue } from './language';

export const formatting = {
  bold: 'bold', italic: 'italic', list: 'list', task: 'task', quote: 'quote', code: 'Code', codeSign: 'code', link: 'link', hint: 'Formatting help',
  preview: 'Preview', previewOf: 'Preview of the text', nothing: 'No text yet.', table: 'Table', done: 'Done', open: 'To do',
  beyond: 'This text is too long or too complex to format here. It is shown as written, and complete.',
};

export type FormattingWords = Catalogue<typeof formatting>;
