// The words for what two people changed at once. In Arabic; the glossary is that of ar.ts.
import type { MergingWords } from './merging.en';

export const merging: MergingWords = {
  conflict: {
    title: 'عدّل شخص آخر هذا في الأثناء', lead: 'لم يضع شيء: هذه نسختك، وهذه النسخة القائمة الآن.', yours: 'نسختك', theirs: 'النسخة القائمة', keepMine: 'حفظ نسختي مكانها', keepTheirs: 'إبقاء القائمة', keptDraft: 'حُفظت نسختك مسودةً في هذا المتصفح.', merged: 'حُفظ مع ما غيّره آخرون في الأثناء.', taken: 'عُدّل في الأثناء. يظهر هنا كما هو الآن، مع ما كتبته.',
  },
};
