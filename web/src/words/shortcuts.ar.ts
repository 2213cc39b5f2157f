// The words of the keys and what each does: apart from the rest, since few look at them. In Arabic; the glossary is that of ar.ts.
import type { ShortcutsWords } from './shortcuts.en';

export const shortcuts: ShortcutsWords = {
  keys: {
    filter: 'تصفية القائمة', refuse: 'رفض رسالة منتظرة', discard: 'حذف رسالة منتظرة', leave: 'إغلاق، أو إلغاء التحديد',
    single: 'اختصارات بمفتاح واحد', singleHelp: 'يمكن إيقافها عند الإملاء على الحاسوب أو ضغط المفاتيح مصادفةً. وتبقى الاختصارات مع Ctrl.', undo: 'التراجع عن آخر تغيير، ما دام متاحًا',
    title: 'اختصارات لوحة المفاتيح', sheet: 'عرض هذه المساعدة', down: 'التالي في قائمة', up: 'السابق في قائمة', open: 'فتح', compose: 'رسالة جديدة أو رد', edit: 'تعديل؛ وأثناء متابعة ما فات: تعليم كمقروء', assign: 'إسناد', due: 'تحديد تاريخ الإنجاز', state: 'تغيير الحالة', choose: 'تحديد صف', column: 'في اللوحة: نقل البطاقة إلى العمود التالي', extend: 'تحديد التالية أيضًا', bulk: 'تغيير كل المحدد', send: 'إرسال', search: 'بحث', bell: 'الإشعارات', unread: 'الانتقال إلى الرسالة التالية غير المقروءة', mute: 'كتم محادثة أثناء متابعة ما فات', allRead: 'تعليم الكل كمقروء', bold: 'عريض، أثناء الكتابة', italic: 'مائل، أثناء الكتابة', link: 'رابط، مع تحديد نص', code: 'شيفرة، أثناء الكتابة', lines: 'قائمة مرقّمة أو قائمة أو اقتباس، أثناء الكتابة', goto: 'الانتقال إلى أحد أماكن الشريط الجانبي',
  },
};
