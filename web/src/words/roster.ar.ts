import { counted } from './counts.ar';
import type { RosterWords } from './roster.en';

export const roster: RosterWords = {
  title: 'الدعوة من جدول',
  lead: 'لائتلاف ينتقل إلى هنا: جدول فيه شخص في كل سطر. تظهر لك أولًا معاينة لكل سطر. ولا يُرسَل بريد إلى أحد قبل تأكيدك.',
  file: 'ملف (CSV)', paste: 'أو لصق الجدول هنا', placeholder: 'name,address,organisation,role',
  columns: 'يسمّي السطر الأول الأعمدة: name (الاسم) وaddress (العنوان) وorganisation (المنظمة) وrole (الدور) وlist (القائمة) وmode، بأي ترتيب. المطلوب address وorganisation فقط. تُذكر المنظمة باسمها أو باسمها المختصر، والقائمة باسمها المختصر، وبين القوائم مسافات. وقيم mode هي each أو digest أو mime-digest أو summary أو special أو none. الحد الأقصى ألف سطر.',
  consented: 'وافق هؤلاء الأشخاص من قبل على الانضمام', consentedHelp: 'يسجّل سجل التدقيق هذا التصريح. ويبقى انضمام كل شخص بالرابط الذي يصله.',
  look: 'معاينة', back: 'تعديل الجدول',
  send: (n) => counted(n, 'لا دعوات للإرسال', 'إرسال دعوة واحدة', 'إرسال دعوتين', 'إرسال # دعوات', 'إرسال # دعوة', 'إرسال # دعوة'),
  tally: (fresh, known, refused) => `جدد: ${fresh} · أعضاء أو مدعوون من قبل: ${known} · تتعذّر دعوتهم: ${refused}`,
  done: (invited, known, refused) => `دُعوا: ${invited} · أعضاء أو مدعوون من قبل: ${known} · تعذّرت دعوتهم: ${refused}`,
  nobody: 'لا أحد في هذا الجدول يمكن دعوته.', again: 'جدول آخر',
  states: { NEW: 'جديد', INVITED: 'دُعي', KNOWN: 'موجود من قبل', REFUSED: 'تتعذّر الدعوة' },
  line: (n) => `السطر ${n}`,
  tooLarge: 'الملف أكبر من الحد المسموح، وهو 256 كيلوبايت. يُرجى تقسيمه.', onlyConvenors: 'الدعوة لفريق التنسيق وحده.',
};
