import { counted } from './counts.ar';
import type { RosterWords } from './roster.en';

export const roster: RosterWords = {
  title: 'الدعوة من جدول',
  lead: 'لتحالف ينتقل إلى هنا: جدول أشخاص، لكل شخص سطر. يُعرض أولًا ما سيؤول إليه كل سطر، ولا يُرسَل بريد إلى أحد قبل الموافقة.',
  file: 'ملف قيم مفصولة بفواصل', paste: 'أو لصق الجدول هنا', placeholder: 'name,address,organisation,role',
  columns: 'يسمّي السطر الأول الأعمدة: name (الاسم) وaddress (العنوان) وorganisation (المنظمة) وrole (الدور) وlist (القائمة) وmode، بأي ترتيب. لا يلزم منها إلا address وorganisation؛ وتُذكر المنظمة باسمها أو باسمها المختصر. وتُذكر القائمة باسمها المختصر، وبين القوائم مسافات؛ ويبيّن mode كيف يصل بريدها: each أو digest أو mime-digest أو summary أو special أو none. ألف سطر على الأكثر.',
  consented: 'وافق هؤلاء الأشخاص من قبل على الوجود هنا', consentedHelp: 'يحفظ السجل هذا القول. ويشغل كل منهم مقعده مع ذلك بالرابط الذي يصله.',
  look: 'عرض ما سيحدث', back: 'تعديل الجدول',
  send: (n) => counted(n, 'لا دعوات للإرسال', 'إرسال دعوة واحدة', 'إرسال دعوتين', 'إرسال # دعوات', 'إرسال # دعوة', 'إرسال # دعوة'),
  tally: (fresh, known, refused) => `جديد: ${fresh} · معروف: ${known} · غير ممكن: ${refused}`,
  done: (invited, known, refused) => `دُعي: ${invited} · معروف: ${known} · غير ممكن: ${refused}`,
  nobody: 'لا أحد في هذا الجدول يمكن دعوته.', again: 'جدول آخر',
  states: { NEW: 'جديد', INVITED: 'دُعي', KNOWN: 'معروف', REFUSED: 'غير ممكن' },
  line: (n) => `السطر ${n}`,
  tooLarge: 'الملف أكبر من 256 كيبيبايت. يمكن تقسيمه.', onlyConvenors: 'الدعوة للمنسقين.',
};
