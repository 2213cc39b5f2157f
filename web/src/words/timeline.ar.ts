// The words of the timeline, in Arabic.
import { counted } from './counts.ar';
import type { TimelineWords } from './timeline.en';

export const timeline: TimelineWords = {
  title: 'الجدول الزمني', help: 'تواريخ إنجاز المسائل ومواعيد التحركات التي يمكنك قراءتها، شهرًا بشهر.', print: 'طباعة',
  byAudience: 'تصفية حسب نطاق الاطلاع', anyAudience: 'كل نطاقات الاطلاع', earlier: (n) => counted(n, 'عرض # مواعيد أسبق', 'عرض موعد أسبق واحد', 'عرض موعدين أسبقين', 'عرض # مواعيد أسبق', 'عرض # موعدًا أسبق', 'عرض # موعد أسبق'), fromNow: 'العرض من هذا الشهر',
  due: 'تاريخ إنجاز مسألة', begins: 'تحرك', over: 'منتهٍ', late: 'متأخر',
  empty: 'لا مواعيد من هذا الشهر فصاعدًا', emptyHelp: 'تظهر هنا المسائل التي لها تاريخ إنجاز والتحركات التي لها موعد.', noneOf: 'لا مواعيد في نطاق الاطلاع هذا',
};
