import { counted } from './counts.ar';
import type { TemplatesWords } from './templates.en';

export const templates: TemplatesWords = {
  title: 'البدء من قالب', help: 'ينشئ القالب قوائم وسجل متابعة وقائمة مهام وتحركات مخططة. ويظهر لك كل شيء أولًا.', show: 'عرض القوالب', choose: 'القالب', none: 'البدء من الصفر',
  language: 'لغة الأسماء', kinds: { list: 'قائمة', tracker: 'سجل متابعة', issue: 'قائمة مهام', action: 'تحرك' },
  creates: 'ما سيُنشأ', create: (n) => counted(n, 'لا شيء للإنشاء', 'إنشاء عنصر واحد', 'إنشاء عنصرين', 'إنشاء # عناصر', 'إنشاء # عنصرًا', 'إنشاء # عنصر'), creating: (done, all) => `يجري الإنشاء: ${done} من ${all}…`,
  made: 'أُنشئ', waits: 'بالانتظار', failed: 'لم يُنشأ', again: 'إعادة محاولة الباقي', done: 'أُنشئ كل شيء.', invite: 'دعوة أشخاص', undo: 'يمكنك لاحقًا تغيير الأسماء وإلغاء التحركات وإغلاق قائمة المهام. وتحتفظ القوائم وسجلات المتابعة بعناوين بريدها.',
};
