// The words of reviews in Arabic. Its glossary is that of ar.ts.
import { counted, number } from './counts.ar';
import type { ReviewsWords } from './reviews.en';

const answers = (n: number): string => counted(n, 'لا إجابات', 'إجابة واحدة', 'إجابتان', '# إجابات', '# إجابة', '# إجابة');
const provisions = (n: number): string => counted(n, '# بنود', 'بند واحد', 'بندين', '# بنود', '# بندًا', '# بند');
const organisations = (n: number): string => counted(n, '# منظمات', 'منظمة واحدة', 'منظمتين', '# منظمات', '# منظمة', '# منظمة');

export const reviews: ReviewsWords = {
  title: 'المراجعات', one: 'مراجعة', of: (text) => `مراجعة: ${text}`, open: 'طلب المواقف', edition: (n) => `النسخة ${number(n)}`,
  states: { PLANNED: 'مخطط لها', OPEN: 'مفتوحة', CLOSED: 'مغلقة', REPORTED: 'لها تقرير' },
  opens: (when) => `تُفتح ${when}`, closes: (when) => `تُغلق ${when}`, closed: (when) => `أُغلقت ${when}`,
  coverage: (answered, asked) => `أجابت ${number(answered)} من ${organisations(asked)}`,
  covered: (some, all) => `${number(some)} من ${provisions(all)} بإجابة`, asFar: 'في حدود ما يمكنك قراءته',
  views: { label: 'العرض', text: 'النص', table: 'الجدول', uptake: 'النتيجة' },
  stance: 'الموقف', stances: { SUPPORT: 'تأييد', CONCERN: 'تحفظ', OPPOSE: 'معارضة', AMEND: 'تعديل', NO_VIEW: 'لا رأي' },
  rest: 'كل البنود الأخرى', restHelp: 'لكل بند ليست له إجابة خاصة به.', restOf: 'من «كل البنود الأخرى»',
  answer: {
    title: (organisation) => `إجابات ${organisation}`, help: 'اختر موقفًا من كل بند لديك رأي فيه. لا يُرسل شيء قبل الضغط على الزر.',
    reason: 'السبب', words: 'النص الجديد', wordsNeeded: 'غيّر النص أو اختر موقفًا آخر.', done: (some, all) => `${number(some)} من ${number(all)} بإجابة`,
    send: 'إرسال الإجابات', sent: 'أُرسلت الإجابات', draft: 'حفظ لمنظمتك', drafted: 'حُفظ. لا تقرؤه إلا منظمتك.', unsent: (n) => counted(n, 'لا إجابات غير مرسلة', 'إجابة واحدة غير مرسلة', 'إجابتان غير مرسلتين', '# إجابات غير مرسلة', '# إجابة غير مرسلة', '# إجابة غير مرسلة'), drop: 'التخلي عن التغييرات', next: 'التالي دون إجابة',
    decline: 'اعتذار', declineTitle: 'الاعتذار عن هذه المراجعة؟', declineHelp: 'يرى الآخرون أن منظمتك لن تجيب. ويمكنك الإجابة حتى إغلاق المراجعة.', declined: 'سُجّل الاعتذار',
    isDraft: 'مسودة', byMail: 'يمكنك أيضًا الرد على رسالة البريد عن هذه المراجعة.',
  },
  others: (n) => answers(n), proposes: 'تقترح', none: 'لا إجابة بعد',
  organisations: 'المنظمات المطلوب رأيها', answered: 'أجابت', missing: 'لا إجابة بعد', declined: 'اعتذرت',
  table: { label: 'المواقف بحسب البند والمنظمة', provision: 'البند', opposed: 'الأكثر معارضة أولًا', download: 'تنزيل CSV' },
  uptake: {
    title: (n) => `ما أخذت به النسخة ${number(n)}`, help: 'لكل تعديل نسبة ما أُخذ به من كلماته المتغيرة. ولكل بند عورض هل حُذف.', none: 'لم يطلب أحد تغييرًا يمكنك قراءته.', outcomes: { TAKEN: 'أُخذ به', PARTLY_TAKEN: 'أُخذ ببعضه', NOT_TAKEN: 'لم يؤخذ به' },
    proposed: 'المقترح', now: 'الآن', gone: 'حُذف البند.', share: (percent) => `${number(percent)}٪`, compare: 'مقارنة النسختين',
  },
  form: { brief: 'محور المراجعة', closes: 'الإغلاق', organisations: 'المطلوب رأيها', all: 'اختيار الكل', none: 'إلغاء الاختيار', sent: 'فُتحت المراجعة وأُبلغت المنظمات بالبريد.', few: 'اختر منظمة واحدة على الأقل.' },
  lead: {
    extend: 'تمديد', extendTitle: 'تمديد المراجعة', extendHelp: 'تبقى الإجابات كما هي.', close: 'إغلاق الآن', closeTitle: 'إغلاق المراجعة الآن؟', closeHelp: 'لا يمكن لأحد الإجابة بعد ذلك.', remind: 'تذكير', remindTitle: 'تذكير من لم يجب؟',
    remindHelp: 'تصل كل واحدة رسالة بريد.', report: 'تقرير', reportTitle: 'تقرير عن المراجعة', reportText: 'النتائج', saved: 'حُفظ', reminded: 'أُرسل التذكير',
  },
  report: { title: 'النتائج', by: (when) => `قُدّم التقرير ${when}` },
};
