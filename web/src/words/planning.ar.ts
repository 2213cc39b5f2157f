// The words of the agenda and of one action: apart from the rest, since the first view needs none of them. In Arabic; the glossary is that of ar.ts.
import { counted } from './counts.ar';
import type { PlanningWords } from './planning.en';

export const planning: PlanningWords = {
  actions: {
    agenda: 'المواعيد', byState: 'حسب الحالة', kind: 'النوع', heading: 'ما الذي سيُفعل؟', description: 'الوصف', starts: 'البداية', ends: 'النهاية', zone: 'المنطقة الزمنية', place: 'المكان أو الرابط', owner: 'المسؤولية',
        upcoming: 'القادمة', undated: 'بلا موعد بعد', past: 'الماضية والمغلقة', empty: 'لا تحركات مخطط لها بعد', emptyHelp: 'ما يفعله الائتلاف معًا: مراجعات ومكالمات وبيانات ومذكرات. يمكنك تخطيط التحرك الأول؛ ويبلغ الآخرون بالبريد ويمكنهم القول إن كانوا يشاركون. ويمكن تخطيطه برسالة أيضًا إلى:', noDate: 'بلا موعد بعد',
    will: 'سنشارك', may: 'ربما نشارك', willNot: 'لا يمكننا', willShort: 'تشارك', mayShort: 'ربما تشارك', willNotShort: 'لا يمكنها', answerFor: (name) => `باسم ${name}`, whoTakesPart: 'من يشارك', nobodyYet: 'لم تُجب أي منظمة بعد.', takingPart: (n) => counted(n, 'لا مشاركات', 'منظمة واحدة تشارك', 'منظمتان تشاركان', '# منظمات تشارك', '# منظمة تشارك', '# منظمة تشارك'),
    note: 'ملاحظة مع إجابتك', saveNote: 'حفظ الملاحظة', edit: 'تعديل التحرك', outcome: 'النتيجة', addOutcome: 'تدوين النتيجة', noOutcome: 'لم يُدوَّن شيء بعد.', setState: 'الحالة', comments: 'التعليقات', columnEmpty: 'لا شيء هنا',
  },
};
