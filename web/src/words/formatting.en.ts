// The words about how a text is laid out: what its marks mean, how it will look.
import type { Catalogue } from './language';

export const formatting = {
  bold: 'bold', italic: 'italic', list: 'list', task: 'task', quote: 'quote', code: 'Code', codeSign: 'code', link: 'link', hint: 'How to mark text',
  preview: 'Preview', previewOf: 'How it will look', nothing: 'Nothing written yet.', table: 'Table', done: 'Done', open: 'To do',
  beyond: 'This text is longer, or has more in it, than is laid out here. It stands as it was written, and nothing is left out.',
};

export type FormattingWords = Catalogue<typeof formatting>;
