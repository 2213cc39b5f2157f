// The words about how a text is laid out in Arabic. Their glossary is that of ar.ts.
import type { FormattingWords } from './formatting.en';

export const formatting: FormattingWords = {
  code: 'شيفرة', hint: 'التنسيق',
  preview: 'معاينة', previewOf: 'معاينة النص', nothing: 'لا نص بعد.', table: 'جدول', done: 'أُنجزت', open: 'لم تُنجز',
  beyond: 'هذا النص أطول أو أعقد من أن يُنسَّق هنا. يُعرض كاملًا كما كُتب.',
};
