// The words about how a text is laid out in Arabic. Their glossary is that of ar.ts.
import type { FormattingWords } from './formatting.en';

export const formatting: FormattingWords = {
  bold: 'عريض', italic: 'مائل', list: 'قائمة', task: 'مهمة', quote: 'اقتباس', code: 'شيفرة', codeSign: 'شيفرة', link: 'رابط', hint: 'كيفية تنسيق النص',
  preview: 'معاينة', previewOf: 'معاينة النص', nothing: 'لم يُكتب شيء بعد.', table: 'جدول', done: 'أُنجزت', open: 'لم تُنجز',
  beyond: 'هذا النص أطول مما يُنسَّق هنا، أو فيه عناصر أكثر من ذلك. يُعرض كما كُتب دون حذف أي شيء منه.',
};
