// The words about how a text is laid out: what its marks mean, how it will look.
import type { Catalogue } from './language';

export const formatting = {
  code: 'Code', hint: 'Formatting',
  preview: 'Preview', previewOf: 'Preview of the text', nothing: 'No text yet.', table: 'Table', done: 'Done', open: 'To do',
  beyond: 'This text is too long or too complex to format here. It is shown as written, and complete.',
};

export type FormattingWords = Catalogue<typeof formatting>;
