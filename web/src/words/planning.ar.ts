// The words of the agenda and of one action: apart from the rest, since the first view needs none of them. In Arabic; the glossary is that of ar.ts.
import { counted } from './counts.ar';
import type { PlanningWords } from './planning.en';

export const planning: PlanningWords = {
  actions: {
    agenda: 'المواعيد', byState: 'حسب الحالة', kind: 'النوع', heading: 'العنوان', description: 'الوصف', starts: 'البداية', ends: 'النهاية', zone: 'المنطقة الزمنية', place: 'المكان أو الرابط', owner: 'المسؤول/ة',
        upcoming: 'القادمة', undated: 'بلا موعد بعد', past: 'الماضية والمغلقة', empty: 'لا تحركات بعد', emptyHelp: 'يمكن هنا تخطيط المكالمات والاجتماعات والبيانات والمساهمات معًا. ويصل إشعار بالبريد إلى الآخرين ليجيبوا عن مشاركتهم. ويمكن التخطيط بالبريد أيضًا إلى:', noDate: 'بلا موعد بعد',
    will: 'سنشارك', may: 'ربما نشارك', willNot: 'لا يمكننا', willShort: 'تشارك', mayShort: 'ربما تشارك', willNotShort: 'لن تشارك', answerFor: (name) => `باسم ${name}`, whoTakesPart: 'المشاركة', nobodyYet: 'لم تُجب أي منظمة بعد.', takingPart: (n) => counted(n, 'لا مشاركات', 'منظمة واحدة تشارك', 'منظمتان تشاركان', '# منظمات تشارك', '# منظمة تشارك', '# منظمة تشارك'),
    note: 'ملاحظة مع إجابتك', saveNote: 'حفظ الملاحظة', edit: 'تعديل التحرك', outcome: 'النتيجة', addOutcome: 'تسجيل النتيجة', noOutcome: 'لا نتيجة بعد.', setState: 'الحالة', comments: 'التعليقات', columnEmpty: 'لا تحركات',
  },
};
