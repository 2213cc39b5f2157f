// كلمات المسودات على أجهزة متعددة.
import type { OwnDraftWords } from './ownDrafts.en';

export const ownDrafts: OwnDraftWords = {
  title: 'لديك نسخة أخرى من هذا النص على جهاز آخر',
  lead: (when) => `آخر تعديل هناك: ${when}. تُحفظ النسختان إلى أن تختار.`,
  readers: (audience) => `من يمكنه الاطلاع هناك: ${audience}`,
  useTheirs: 'استخدام النسخة الأخرى', useBoth: 'إضافة النسخة الأخرى تحت نسختي', useMine: 'الإبقاء على نسختي فقط',
  gone: 'أُرسل هذا النص أو حُذف على جهاز آخر. ما زالت نسختك هنا.',
};
