// The words of the timeline, in Arabic.
import { counted } from './counts.ar';
import type { TimelineWords } from './timeline.en';

export const timeline: TimelineWords = {
  title: 'الجدول الزمني', help: 'مواعيد المسائل وتواريخ التحرّكات التي يمكنك قراءتها، شهرًا بشهر.', print: 'طباعة',
  byAudience: 'تصفية حسب الجمهور', anyAudience: 'كل الجماهير', earlier: (n) => counted(n, 'عرض # مواعيد أسبق', 'عرض موعد أسبق واحد', 'عرض موعدين أسبقين', 'عرض # مواعيد أسبق', 'عرض # موعدًا أسبق', 'عرض # موعد أسبق'), fromNow: 'العرض من هذا الشهر',
  due: 'موعد مسألة', begins: 'تحرّك', over: 'منتهٍ', late: 'متأخر',
  empty: 'لا مواعيد من هذا الشهر فصاعدًا', emptyHelp: 'تظهر هنا المسائل ذات الموعد والتحرّكات ذات الوقت.', noneOf: 'لا مواعيد لهذا الجمهور',
};
