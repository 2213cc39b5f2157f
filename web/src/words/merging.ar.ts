// The words for what two people changed at once. In Arabic; the glossary is that of ar.ts.
import type { MergingWords } from './merging.en';

export const merging: MergingWords = {
  conflict: {
    title: 'عُدّل هذا أثناء الكتابة', lead: 'لم يضع شيء. يمكن مقارنة نسختك بالنسخة الحالية.', yours: 'نسختك', theirs: 'النسخة الحالية', keepMine: 'استبدالها بنسختي', keepTheirs: 'إبقاء الحالية', keptDraft: 'حُفظت نسختك مسودةً في هذا المتصفح.', merged: 'حُفظ مع تعديلات الآخرين.', taken: 'عُدّل هذا في الأثناء. تظهر لك النسخة الحالية مع نصك.',
  },
};
