// The words of polls in Arabic. Its glossary is that of ar.ts.
import { and, counted, number } from './counts.ar';
import type { PollsWords } from './polls.en';

const share = (n: number): string => `${number(n)}٪`;
const answers = (n: number): string => counted(n, 'لا إجابات', 'إجابة واحدة', 'إجابتان', '# إجابات', '# إجابة', '# إجابة');

export const polls: PollsWords = {
  title: 'الاستطلاعات', open: 'فتح استطلاع', one: 'استطلاع', back: 'الاستطلاعات',
  empty: 'لا استطلاعات بعد', emptyHelp: 'يطلب الاستطلاع من المنظمات موافقة أو اختيارًا أو ترتيبًا أو درجات أو موعدًا. تصل الإجابات هنا وبالبريد.',
  comments: 'التعليقات', about: 'الموضوع',
  groups: { OPEN: 'مفتوح', CLOSED: 'بانتظار النتيجة', DECIDED: 'سُجلت نتيجته', REVIEWED: 'تمت مراجعته' },
  states: { OPEN: 'مفتوح', CLOSED: 'مغلق', DECIDED: 'سُجلت نتيجته', REVIEWED: 'تمت مراجعته' },
  kinds: { CONSENT: 'توافق', CHOICE: 'اختيار', RANKED: 'ترتيب', SCORE: 'درجات', TIME: 'موعد' },
  kindHelp: {
    CONSENT: 'موافقة، أو موافقة مع تحفظ، أو امتناع، أو اعتراض. اعتراض واحد قائم يعني عدم التوافق.',
    CHOICE: 'كل إجابة تختار خيارًا واحدًا.', RANKED: 'كل إجابة ترتب الخيارات، ويجري العد بالإقصاء المتتابع.',
    SCORE: 'كل إجابة تعطي كل خيار درجة من 0 إلى 5.', TIME: 'كل إجابة تبيّن المواعيد المناسبة، ويمكن للنتيجة تخطيط التحرّك.',
  },
  form: {
    kind: 'النوع', question: 'السؤال', description: 'الوصف', options: 'الخيارات', optionsHelp: 'خيار في كل سطر، والحد الأقصى 50.', times: 'المواعيد', addTime: 'إضافة موعد', removeTime: 'إزالة هذا الموعد',
    starts: 'البداية', ends: 'النهاية', zone: 'المنطقة الزمنية', closes: 'الإغلاق', more: 'النصاب والقواعد', voice: 'الإجابات', voices: { ORGANISATION: 'إجابة واحدة لكل منظمة', SEAT: 'إجابة واحدة لكل شخص' },
    eligible: 'الإجابات المحسوبة', eligibles: { CIVIL_SOCIETY: 'المجتمع المدني', ALL: 'كل من يمكنه الاطلاع على الاستطلاع' },
    quorum: 'النصاب بالنسبة المئوية', quorumHelp: 'النسبة المطلوبة من الإجابات. دون نصاب يكفي أي عدد.', bySide: 'النصاب مطلوب من كل جانب',
    silence: 'عدم الإجابة يعني', silences: { COUNTS_AS_NOTHING: 'لا شيء', NO_OBJECTION: 'عدم الاعتراض' },
    shown: 'عرض الإجابات', showns: { LIVE: 'عند وصولها', AT_CLOSE: 'عند الإغلاق' },
    byMail: 'يمكنك أيضًا فتح استطلاع بالبريد، مع أسطر في البداية مثل \u2066النوع: اختيار\u2069 و\u2066الإغلاق: 2026-12-01\u2069، ثم قائمة الخيارات.',
    hiddenHelp: 'يمكن لمشغّل هذا الخادم رؤية الإجابات قبل الإغلاق.',
  },
  closes: (when) => `الإغلاق: ${when}`, closed: (when) => `أُغلق: ${when}`,
  answered: (n, of) => `${number(n)} من ${answers(of)}`, asked: (n) => counted(n, 'لا إجابات مطلوبة', 'إجابة واحدة مطلوبة', 'إجابتان مطلوبتان', '# إجابات مطلوبة', '# إجابة مطلوبة', '# إجابة مطلوبة'),
  mine: 'تمت الإجابة', missing: 'إجابتك غير مسجلة',
  ballot: {
    of: (organisation) => `إجابة ${organisation}`, own: 'إجابتك', view: 'رأيك', viewHelp: 'إجابتك غير مطلوبة في هذا الاستطلاع. يُعرض رأيك بجانب الإجابات ولا يُحسب.',
    stance: 'الموقف', stances: { AGREE: 'موافقة', AGREE_WITH_CONCERN: 'موافقة مع تحفظ', STAND_ASIDE: 'امتناع', OBJECT: 'اعتراض' },
    reason: 'السبب', reasonNeeded: 'يجب ذكر سبب الاعتراض.', choose: 'اختيار واحد', rank: 'ترتيبك', rankHelp: 'الأفضل أولًا. الخيارات غير المرتبة لا تُحسب لأحد.', unranked: 'غير مرتبة',
    add: (option) => `إضافة ${option} إلى الترتيب`, up: (option) => `تقديم ${option}`, down: (option) => `تأخير ${option}`, leave: (option) => `إخراج ${option} من الترتيب`,
    score: 'الدرجة', noScore: 'بلا درجة', suits: { YES: 'نعم', MAYBE: 'ربما', NO: 'لا' }, send: 'إرسال الإجابة', change: 'تغيير الإجابة', sent: 'حُفظت الإجابة', given: (when) => `أُرسلت إجابتك ${when}. يمكنك تغييرها حتى الإغلاق.`,
    mail: 'بالبريد', receipt: 'الإيصال', receiptHelp: 'يُرجى حفظ هذا الإيصال، فبه يمكن التحقق من احتساب هذه الإجابة.',
  },
  hidden: 'تُعرض الإجابات عند الإغلاق.', hiddenQuorum: 'الإجابات أقل من المطلوب، وتبقى مخفية حتى تسجيل النتيجة.',
  tally: {
    title: 'حصيلة الإجابات', none: 'لا إجابات بعد.', turnout: (side, n, of) => `${side}: ${number(n)} من ${number(of)}`, sides: { CIVIL_SOCIETY: 'المجتمع المدني', COMPANY: 'الشركات' },
    quorum: (percent) => `النصاب: ${share(percent)}`, quorumBySide: (percent) => `النصاب: ${share(percent)} من كل جانب`, quorate: 'اكتمل النصاب', notQuorate: 'لم يكتمل النصاب',
    consent: 'تحقق التوافق.', noConsent: 'لم يتحقق التوافق.', noConsentYet: 'لم يتحقق التوافق بعد.', objections: (n) => counted(n, 'لا اعتراضات قائمة', 'اعتراض قائم واحد', 'اعتراضان قائمان', '# اعتراضات قائمة', '# اعتراضًا قائمًا', '# اعتراض قائم'), silent: (n) => counted(n, 'لا أحد دون إجابة', 'واحد دون إجابة', 'اثنان دون إجابة', '# دون إجابة', '# دون إجابة', '# دون إجابة'),
    best: 'الأول', tied: 'متساوية', condorcet: (option) => `${option} يتقدم على كل خيار آخر في المقارنة المباشرة.`, rounds: 'الجولات', round: (n) => `الجولة ${number(n)}`, out: (options) => `خرج: ${and(options)}`, exhausted: (n) => counted(n, 'كل الإجابات محسوبة', 'إجابة واحدة بلا خيار متبقٍ', 'إجابتان بلا خيار متبقٍ', '# إجابات بلا خيار متبقٍ', '# إجابة بلا خيار متبقٍ', '# إجابة بلا خيار متبقٍ'),
    count: answers, mean: (mean, spread) => `${number(mean)} في المتوسط، بتشتت ${number(spread)}`, suits: (yes, maybe, no) => `${number(yes)} نعم، ${number(maybe)} ربما، ${number(no)} لا`,
  },
  ballots: { title: 'الإجابات', views: 'آراء غير محسوبة', resolved: 'عولج', resolve: 'رفع الاعتراض', resolveHelp: 'يبقى اعتراضك ظاهرًا ولا يمنع التوافق بعد ذلك.', note: 'ملاحظة', none: 'لا إجابات بعد.' },
  lead: {
    extend: 'تمديد', extendTitle: 'تمديد الاستطلاع', extendHelp: 'تبقى الإجابات السابقة.', close: 'إغلاق الآن', closeTitle: 'إغلاق الاستطلاع الآن؟', closeHelp: 'لا يمكن لأحد الإجابة بعد ذلك.', decide: 'تسجيل النتيجة', decideTitle: 'تسجيل النتيجة', outcome: 'النتيجة', option: 'الخيار المعتمد',
    noOption: 'بلا خيار', plan: 'تخطيط التحرّك في هذا الموعد', review: 'مراجعة', reviewTitle: 'تسجيل مراجعة', reviewText: 'الحصيلة', reviewOn: 'تاريخ المراجعة', again: 'المراجعة التالية', csv: 'CSV', blt: 'BLT', exported: 'تنزيل', exportedAs: 'تنزيل الإجابات', saved: 'تم الحفظ',
  },
  outcome: { title: 'النتيجة', by: (when) => `سُجلت ${when}`, reviewOn: (day) => `المراجعة في ${day}`, action: 'التحرّك المخطط' },
  receipts: { title: 'التحقق من إيصال', label: 'الإيصال', check: 'تحقق', found: 'هذا الإيصال لإجابة في هذا الاستطلاع.', notFound: 'لا إجابة في هذا الاستطلاع بهذا الإيصال.' },
};
