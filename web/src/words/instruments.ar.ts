// The words of instruments in Arabic. Its glossary is that of ar.ts; an instrument is نص, a draft مشروع, a provision بند.
import { counted, number } from './counts.ar';
import type { InstrumentsWords } from './instruments.en';

const parts = (n: number): string => counted(n, 'بلا أجزاء', 'جزء واحد', 'جزآن', '# أجزاء', '# جزءًا', '# جزء');
const provisions = (n: number): string => counted(n, 'بلا بنود', 'بند واحد', 'بندان', '# بنود', '# بندًا', '# بند');
const lines = (n: number): string => counted(n, 'لا أسطر', 'سطر واحد', 'سطران', '# أسطر', '# سطرًا', '# سطر');

export const instruments: InstrumentsWords = {
  title: 'النصوص', one: 'نص', provision: 'بند', add: 'إضافة نص',
  empty: 'لا نصوص بعد', emptyHelp: 'مشروع قانون أو مدونة أو سياسة أو معيار، مقسّم إلى بنود يمكن الاستشهاد بها. يمكنك إفلات الملف هنا.',
  groups: { DRAFT: 'المشاريع', LAW: 'القوانين', POLICY: 'السياسات', STANDARD: 'المعايير' },
  kinds: { DRAFT: 'مشروع', LAW: 'قانون', POLICY: 'سياسة', STANDARD: 'معيار' },
  counts: (inParts, n) => `${parts(inParts)}، ${provisions(n)}`, provisions, edition: (n) => `النسخة ${number(n)}`, dated: (day) => `بتاريخ ${day}`, adopted: (when) => `اعتُمدت ${when}`,
  check: 'مراجعة المخطط', toCheck: 'بانتظار مراجعتك', drop: 'إفلات الملف لإضافته',
  newEdition: 'إضافة نسخة', current: 'الحالية', states: { ADOPTED: 'النسخة الحالية', SUPERSEDED: 'حلّت محل هذه النسخة نسخة أحدث.', WITHDRAWN: 'أُلغيت هذه النسخة.' },
  adding: {
    file: 'الملف', formats: 'ملف Word (.docx) أو PDF فيه نص أو HTML أو Markdown أو نص عادي. الحد الأقصى 20 ميغابايت.', paste: 'أو لصق النص', pasted: 'النص', pasteHelp: 'فقرة في كل سطر. الحد الأقصى 4 ميغابايت.', read: 'قراءة النص',
    reading: 'جارٍ قراءة النص…', nobody: 'لا يظهر النص لغيرك قبل اعتماده.', byMail: 'يمكنك أيضًا إرسال الملف بالبريد. العنوان هو',
  },
  outline: {
    lead: 'يُرجى التحقق من بداية كل بند ومن الجزء الذي يتبعه. لا يُشارَك شيء قبل اعتماد النص.',
    text: 'النص', tree: 'المخطط', keys: 'المفاتيح', left: (n) => `${lines(n)} خارج النص (رؤوس صفحات وأرقامها)`, saved: 'حُفظ المخطط', saving: 'جارٍ حفظ المخطط…', problems: 'للتحقق',
    help: 'يمكنك اختيار سطر بالأسهم. مفتاح Tab ينقله مستوى إلى الداخل و Shift+Tab إلى الخارج. مفتاح Enter يقسمه، و Backspace يضمه إلى السطر السابق، و F يجعله خارج النص مثل رقم الصفحة، و Z يتراجع عن آخر تغيير. للخروج من المخطط مفتاح Escape، وبعده يعود Tab إلى التنقل في الصفحة.',
    within: 'هنا يغيّر Tab المستوى. للخروج من المخطط مفتاح Escape.', outside: 'ينتقل Tab في الصفحة. لتصحيح المخطط مفتاح Enter داخله.',
    inward: 'إلى الداخل', outward: 'إلى الخارج', split: 'تقسيم', join: 'ضم إلى السابق', furniture: 'خارج النص', body: 'داخل النص', undo: 'تراجع', undone: 'تم التراجع',
    level: (n) => `المستوى ${number(n)}`, at: (n, of) => `السطر ${number(n)} من ${number(of)}`,
    moved: (what, n) => `${what}: المستوى ${number(n)}`, splitDone: 'قُسم إلى سطرين', joined: 'ضُم إلى السطر السابق', isFurniture: 'أصبح خارج النص', isBody: 'عاد إلى النص',
    splitting: 'اختيار بداية السطر الجديد', splitHelp: 'يمكنك الضغط على كلمة، أو استخدام الأسهم ثم Enter.', before: (words) => `قبل «${words}»`, splitHere: 'التقسيم هنا',
    adopt: 'اعتماد النص', drop: 'حذف النص', dropTitle: 'حذف هذا النص؟', dropHelp: 'يُحذف الملف وتصحيحاتك. يمكنك إضافة الملف مرة أخرى.', dropped: 'حُذف النص',
    adoptHelp: 'تحتفظ البنود بعناوينها من الآن ليمكن الاستشهاد بها.', name: 'العنوان', slug: 'الاسم القصير', slugHelp: 'للعناوين والبريد: حروف لاتينية صغيرة وأرقام وشرطات.', kind: 'النوع', dated: 'تاريخ النص', issuer: 'جهة الإصدار', country: 'البلد', adopted: 'اعتُمد النص', none: 'لا أسطر في هذا النص',
    kinds: { PART: 'جزء', CHAPTER: 'فصل', SECTION: 'قسم', ARTICLE: 'مادة', PARAGRAPH: 'فقرة', POINT: 'نقطة', SCHEDULE: 'ملحق', PREAMBLE: 'ديباجة', DEFINITION: 'تعريف', TABLE: 'جدول', NOTE: 'حاشية', HEADING: 'عنوان', FURNITURE: 'خارج النص' },
  },
  reading: {
    parts: 'الأجزاء', find: 'البحث في هذا النص', found: (n, at) => `${number(at)} من ${counted(n, '# موضع', 'موضع واحد', 'موضعين', '# مواضع', '# موضعًا', '# موضع')}`, notFound: 'غير موجود في هذا النص', next: 'الموضع التالي', before: 'الموضع السابق', open: (path) => `فتح ${path}`,
    hangs: (n) => counted(n, 'لا عناصر مرتبطة', 'عنصر مرتبط واحد', 'عنصران مرتبطان', '# عناصر مرتبطة', '# عنصرًا مرتبطًا', '# عنصر مرتبط'), mail: 'يمكنك أيضًا الكتابة عن هذا النص بالبريد. العنوان هو',
  },
  page: {
    previous: (path) => `السابق: ${path}`, next: (path) => `التالي: ${path}`, inside: 'في هذا البند', copy: 'نسخ الرابط', copied: 'نُسخ الرابط',
    hangs: { issue: 'الملاحظات', update: 'التحديثات', action: 'التحرّكات' }, nothing: 'لا شيء حول هذا البند بعد.',
    say: 'كتابة ملاحظة على هذا البند…', sayLabel: 'ملاحظة', sayHelp: 'تُفتح مسألة تستشهد بهذا البند، وعنوانها الجملة الأولى.', tracker: 'سجل المتابعة', noTracker: 'تحتاج الملاحظة إلى سجل متابعة يمكنك الكتابة فيه.', sent: 'أُرسلت الملاحظة', unmark: 'اقتباس البند كله',
  },
  compare: {
    title: (from, to) => `مقارنة ${from} و${to}`, link: (n) => `مقارنة بالنسخة ${number(n)}`, changed: 'التغييرات فقط', none: 'لم يتغير شيء.', was: (path) => `كان ${path}`, hangs: (n) => counted(n, 'لا عناصر مرتبطة', 'عنصر مرتبط واحد', 'عنصران مرتبطان', '# عناصر مرتبطة', '# عنصرًا مرتبطًا', '# عنصر مرتبط'),
    changes: { SAME: 'دون تغيير', REWORDED: 'أعيدت صياغته', RENUMBERED: 'تغيّر رقمه', MOVED: 'نُقل', GONE: 'حُذف', NEW: 'جديد' }, maybe: (path) => `يشبه ${path} في النسخة الأخرى`, earlier: 'النسخة الأقدم', later: 'النسخة الأحدث',
  },
  cited: { title: 'البند المستشهد به', seems: (path) => `يبدو أن هذا ${path}`, link: 'ربط', unlink: 'إزالة الربط', linked: 'رُبط البند', unlinked: 'أُزيل الربط' },
};
