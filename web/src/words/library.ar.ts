// The library of files, and what shows one of them, in Arabic.
import { bytes, counted } from './counts.ar';
import type { LibraryWords } from './library.en';

const files = (n: number): string => counted(n, 'لا ملفات', 'ملف واحد', 'ملفان', '# ملفات', '# ملفًا', '# ملف');

export const library: LibraryWords = {
  title: 'الملفات', empty: 'لا ملفات بعد', emptyHelp: 'تظهر هنا الملفات المرفقة بالرسائل والمسائل والتحديثات والتحركات والاستطلاعات. لا تظهر لك إلا الملفات التي يمكنك الاطلاع عليها.', toLists: 'الانتقال إلى القوائم',
  none: 'لا ملفات مطابقة', noneHelp: 'يمكنك تغيير عوامل التصفية أو مسحها.', clear: 'مسح عوامل التصفية', filters: 'عوامل التصفية', more: 'عرض المزيد من الملفات',
  found: files, total: (n, size) => `${files(n)}، ${bytes(size)}`, places: 'الحجم في كل مكان', whole: 'جميع الأماكن',
  name: 'الاسم', kind: 'النوع', audience: 'القرّاء', person: 'الشخص', organisation: 'المنظمة', place: 'المكان', since: 'من', until: 'إلى', sort: 'الترتيب',
  anyKind: 'جميع الأنواع', anyAudience: 'جميع القرّاء', anyone: 'جميع الأشخاص', anyOrganisation: 'جميع المنظمات', named: 'أشخاص محددون',
  kinds: { PICTURE: 'صور', DOCUMENT: 'مستندات', TABLE: 'جداول', AUDIO: 'تسجيلات صوتية', VIDEO: 'مقاطع مرئية', ARCHIVE: 'ملفات مضغوطة', OTHER: 'ملفات أخرى' }, sorts: { NEWEST: 'الأحدث', NAME: 'الاسم', SIZE: 'الحجم' },
  earlier: (n) => counted(n, 'لا نسخ سابقة', 'نسخة سابقة واحدة', 'نسختان سابقتان', '# نسخ سابقة', '# نسخة سابقة', '# نسخة سابقة'), preview: (name) => `معاينة ${name}`, save: 'تنزيل',
  viewer: {
    label: 'معاينة', at: (n, of) => `الملف ${n} من ${of}`, before: 'الملف السابق', next: 'الملف التالي', where: 'عرض في السياق', large: 'الحجم الكامل', fit: 'ملاءمة الشاشة',
    other: 'لا معاينة لهذا النوع من الملفات. يُرجى تنزيل الملف لفتحه.', tooLong: (size) => `حجم هذا الملف أكبر من ${bytes(size)}. يُرجى تنزيله لفتحه.`, tooWide: 'هذه الصورة أكبر من أن تُعرض هنا. يُرجى تنزيلها لفتحها.',
    broken: 'تعذّر عرض هذا الملف، وقد يكون تالفًا. يُرجى تنزيله لفتحه.', locked: 'هذا الملف محمي بكلمة مرور. يُرجى تنزيله لفتحه.', cut: (size) => `يُعرض أول ${bytes(size)} فقط. يُرجى تنزيل الملف لقراءة الباقي.`,
    page: (n, of) => `الصفحة ${n} من ${of}`, pages: (n, of) => `تُعرض أول ${n} من أصل ${of} من الصفحات. يُرجى تنزيل الملف لقراءة الباقي.`, empty: 'هذا الملف فارغ.',
  },
};
