// What the values of the API are called, in Arabic.
import type { Words } from './en';

export const enums: Words['enums'] = {
  issueStates: { TRIAGE: 'للفرز', OPEN: 'مفتوحة', IN_PROGRESS: 'قيد العمل', WAITING: 'بانتظار رد', DONE: 'منجزة', DECLINED: 'مستبعدة' },
  issueTypes: { PROVISION_CONCERN: 'تحفّظ على بند', TASK: 'مهمة', QUESTION: 'سؤال', COMPANY_REQUEST: 'طلب إلى شركة', DECISION: 'قرار' },
  priorities: { URGENT: 'عاجلة', HIGH: 'عالية', NORMAL: 'عادية', LOW: 'منخفضة' },
  updateKinds: { ACTION: 'إجراء', POSITION: 'موقف', STATUS: 'الوضع الراهن', REQUEST: 'طلب', CORRECTION: 'تصحيح' },
  stages: { NOTED: 'أُخذ به علمًا', IN_REVIEW: 'قيد الدراسة', DECIDED: 'تقرر', DONE: 'أُنجز' },
  attributions: { ON_RECORD: 'للنشر مع ذكر المصدر', BACKGROUND: 'للنشر دون ذكر المصدر', OFF_RECORD: 'ليس للنشر' },
  actionKinds: { REVIEW: 'مراجعة', CALL: 'مكالمة', PRESS_CONFERENCE: 'مؤتمر صحفي', MEETING: 'اجتماع', SUBMISSION: 'مساهمة مكتوبة', STATEMENT: 'بيان', TASK: 'مهمة', DEADLINE: 'موعد نهائي' },
  actionStates: { PLANNED: 'مخطط له', UNDER_WAY: 'جارٍ', DONE: 'منجز', CALLED_OFF: 'ملغى' },
  attendance: { WILL: 'سأحضر', MAY: 'ربما', WILL_NOT: 'أعتذر' },
  roles: { CONVENOR: 'تنسيق', MEMBER: 'عضو', LIAISON: 'تمثيل الشركة', OBSERVER: 'صفة مراقب' },
  sides: { CIVIL_SOCIETY: 'المجتمع المدني', COMPANY: 'شركة' },
  audiences: { EVERYONE: 'الجميع', CIVIL_SOCIETY: 'المجتمع المدني', withCompany: (company) => `المجتمع المدني و${company}`, companyOnly: (company) => `${company} فقط`, organisationOnly: (organisation) => `${organisation} فقط`, between: (organisation, company) => `${organisation} و${company}`, NAMED: 'أشخاص محددون' },
};
