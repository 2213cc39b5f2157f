// كلمات المسودات على أجهزة متعددة.
import type { OwnDraftWords } from './ownDrafts.en';

export const ownDrafts: OwnDraftWords = {
  title: 'لديك نسخة أخرى من هذا النص على جهاز آخر',
  lead: (when) => `آخر تعديل هناك: ${when}. تُحفظ النسختان إلى أن تختار.`,
  readers: (audience) => `من يمكنه الاطلاع هناك: ${audience}`,
  there: 'على الجهاز الآخر', below: 'على هذا الجهاز',
  useTheirs: 'استخدام النسخة الأخرى', useBoth: 'إضافة النسخة الأخرى تحت نسختي', useMine: 'الإبقاء على نسختي فقط',
  gone: 'أُرسل هذا النص أو حُذف على جهاز آخر. ما زالت نسختك هنا.',
  page: {
    title: 'مسوداتك', none: 'لا مسودات', noneHelp: 'يُحفظ هنا ما تبدأ كتابته ولا ترسله. لا يمكن لغيرك الاطلاع عليه.', toActivity: 'الانتقال إلى النشاط',
    help: 'لا يمكن لغيرك الاطلاع عليها، وهي متاحة على كل أجهزتك. تُحذف المسودة بعد 90 يومًا من آخر تعديل. الحد الأقصى 100 مسودة.',
    becomes: { thread: 'محادثة جديدة', reply: 'رد', issue: 'مسألة جديدة', action: 'تحرّك جديد', poll: 'استطلاع جديد', update: 'تحديث جديد', edit: 'تعديل' },
    parts: { message: 'تعديل رسالة', title: 'تعديل عنوان', description: 'تعديل وصف', provision: 'تعديل حكم', minutes: 'تعديل محضر', outcome: 'تعديل نتيجة', agenda: 'تعديل جدول أعمال' },
    here: 'في هذا المتصفح فقط حتى الآن', readers: (audience) => `من يمكنه الاطلاع: ${audience}`,
    open: 'فتح', discard: 'حذف', discardNamed: (title) => `حذف: ${title}`, discarded: 'حُذفت المسودة.',
  },
};
