import type { BeginWords } from './begin.en';

export const begin: BeginWords = {
  title: 'الخطوات الأولى', help: 'يمكن إتمام هذه الخطوات بأي ترتيب. وتختفي هذه الملاحظة عند إتمامها.',
  people: 'إضافة منظمات ودعوة أعضائها', list: 'فتح قائمة: عنوان بريد يصل إليهم', tracker: 'فتح سجل متابعة للمسائل', done: 'تم',
};
