import type { FilteringWords } from './filtering';

export const filtering: FilteringWords = {
  filter: 'تصفية', help: 'كيفية التصفية', found: (n, all) => `${n} من ${all}`, clear: 'عرض الكل من جديد', bothReaders: 'تصلح الكلمات نفسها في واجهة API وفي الخلاصات.',
  wrong: {
    key: (term, key, known) => `«${term}» غير مفهوم: لا يوجد مفتاح «${key}». المعروف: ${known}؛ والكلمات التي فيها نقطتان توضع بين علامتي اقتباس.`,
    value: (term, value, known) => `«${term}» غير مفهوم: «${value}» ليس من: ${known}.`,
    days: (term) => `«${term}» غير مفهوم: تُكتب الأيام مثل <7d أو >=2w أو 2026-07-01 أو <2026-07-01 أو today.`,
    terms: (term, most) => `«${term}» غير مفهوم: في التصفية ${most} شرطًا على الأكثر.`,
    quote: (term) => `«${term}» غير مفهوم: علامة اقتباس لم تُغلق.`,
    missing: (term) => `«${term}» غير مفهوم: تنقص قيمة بعد النقطتين أو الفاصلة.`,
    values: (term, most) => `«${term}» غير مفهوم: للشرط ${most} قيمة على الأكثر.`,
    long: (_, chars, most) => `في هذه التصفية ${chars} حرف؛ ويُقرأ ${most} على الأكثر.`,
  },
  actions: {
    hint: '\u2066is:open kind:call مكالمة\u2069', mine: 'ما يخصني', unanswered: 'بانتظار ردّنا', overdue: 'متأخر', anyEvent: 'أي حدث',
    phrase: 'مكالمة مشتركة',
    examples: { open: 'لم يُنجز ولم يُلغَ', event: 'المراجعات والمكالمات والمؤتمرات الصحفية والاجتماعات', state: 'في إحدى هذه الحالات', owner: 'ما يخصني؛ أو اسم شخص', due: 'خلال أسبوع، أو مضى', starts: 'يبدأ في هذه الأيام', org: 'ما يخصها، أو طُلب منها ولم ترفضه', asked: 'طُلب منها أن تشارك', strategy: 'بهذه الاستراتيجية', not: 'من دون المتأخر', words: 'هذه الكلمات في العنوان أو النص أو المكان أو جدول الأعمال' },
  },
};
