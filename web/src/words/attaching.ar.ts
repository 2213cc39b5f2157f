// The words of files that go along with what is written, in Arabic.
import { bytes, counted } from './counts.ar';
import type { AttachingWords } from './attaching.en';

export const attaching: AttachingWords = {
  attach: 'إرفاق', choose: 'اختيار ملف', noneChosen: 'لم يُختر ملف بعد، ويمكن إفلاته هنا.', help: 'اختيار ملفات، أو إفلاتها هنا، أو لصق صورة', goAlong: 'الملفات المرفقة', remove: (name) => `إزالة ${name}`, removeShort: 'إزالة', progress: (name) => `تقدّم رفع ${name}`,
  states: { waiting: 'بالانتظار', stalled: 'لا اتصال؛ يُستأنف تلقائيًا', here: 'جاهز' },
  waits: (n) => counted(n, 'كل الملفات جاهزة.', 'يجري رفع ملف واحد. يمكنك الإرسال حين يجهز.', 'يجري رفع ملفين. يمكنك الإرسال حين يجهزان.', 'يجري رفع # ملفات. يمكنك الإرسال حين تجهز.', 'يجري رفع # ملفًا. يمكنك الإرسال حين تجهز.', 'يجري رفع # ملف. يمكنك الإرسال حين تجهز.'), allHere: (n) => counted(n, 'لا ملفات', 'ملف واحد جاهز', 'ملفان جاهزان', '# ملفات جاهزة', '# ملفًا جاهزًا', '# ملف جاهز'),
  tooMany: (n) => `الحد الأقصى للرسالة الواحدة ${counted(n, '# ملفات', 'ملف واحد', 'ملفان', '# ملفات', '# ملفًا', '# ملف')}. يمكن إرسال الباقي في رسالة أخرى.`, tooLarge: (name, most) => `الملف ${name} أكبر من الحد المسموح، وهو ${bytes(most)} للملف.`,
  lost: 'انقطع رفع الملف. يمكنك إضافته مرة أخرى أو إزالته.',
  tooMuch: (most) => `حجم الملفات معًا أكبر من الحد المسموح، وهو ${bytes(most)} للرسالة. يمكن إرسال الباقي في رسالة أخرى.`, empty: (name) => `الملف ${name} فارغ.`,
};
