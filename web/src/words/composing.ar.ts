// The words of what helps people to write in Arabic. Their glossary is that of ar.ts.
import { counted } from './counts.ar';
import type { ComposingWords } from './composing.en';

export const composing: ComposingWords = {
  toolbar: 'التنسيق', linkText: 'نص', column: (n) => `العمود ${n}`,
  tools: { heading: 'عنوان', commands: 'أوامر (/)', bold: 'عريض', italic: 'مائل', link: 'رابط', list: 'قائمة', numbers: 'قائمة مرقّمة', tasks: 'قائمة مهام', quote: 'اقتباس', code: 'شيفرة', table: 'جدول' },
  pictures: {
    ask: (name) => `ما تُظهره الصورة ⁨${name}⁩ (اختياري)`, example: 'مثلًا: أعضاء حول الطاولة في القاعة',
    help: 'تقرأ قارئات الشاشة هذه الكلمات. تُرسل مع الرسالة ويمكن البحث عنها.',
    count: (n, most) => `عدد الأحرف: ${n} من ${most}`,
  },
  signs: 'رموز تعبيرية', blocks: 'الأوامر', puts: { mention: 'ذكر شخص', file: 'صورة أو ملف', date: 'تاريخ' }, found: (n) => counted(n, 'لا اقتراحات', 'اقتراح واحد', 'اقتراحان', '# اقتراحات', '# اقتراحًا', '# اقتراح'),
  copied: 'نُسخ النص إلى هذا النموذج. بقيت رسالتك في مكانها دون إرسال.',
  plain: 'هذا التنسيق أطول أو أعقد من أن يُحفظ. لُصق النص بلا تنسيق.',
  full: 'بلغ النص حدّه الأقصى. لم يتغيّر شيء. يُرجى اختصار النص أولًا.',
};
