// The words of the keys and what each does: apart from the rest, since few look at them. In Arabic; the glossary is that of ar.ts.
import type { ShortcutsWords } from './shortcuts.en';

export const shortcuts: ShortcutsWords = {
  keys: {
    filter: 'تصفية المعروض', refuse: 'رفض رسالة منتظرة', discard: 'تجاهل رسالة منتظرة', leave: 'إغلاق، أو إلغاء الاختيار',
    single: 'الحروف تعمل وحدها', singleHelp: 'إن كنت تُملي على حاسوبك، أو تُضغط المفاتيح مصادفةً، فأوقفها. وما يُضغط مع Ctrl يبقى.', undo: 'التراجع عمّا فُعل للتو، ما دام ذلك معروضًا',
    title: 'اختصارات لوحة المفاتيح', sheet: 'هذه الصفحة', down: 'التالي في قائمة', up: 'السابق في قائمة', open: 'فتح', compose: 'كتابة شيء جديد، أو رد', edit: 'تعديل؛ وأثناء متابعة ما فات: تعليم كمقروء', assign: 'إسناد', due: 'تحديد الموعد', state: 'تغيير الحالة', choose: 'اختيار صف في قائمة', column: 'في اللوحة: نقل البطاقة إلى العمود التالي', extend: 'اختيار التالية أيضًا', bulk: 'تغيير كل ما اختير', send: 'إرسال ما كتبته', search: 'بحث', bell: 'ما يعنيك', unread: 'الانتقال إلى الرسالة التالية غير المقروءة', mute: 'كتم محادثة أثناء متابعة ما فات', allRead: 'تعليم الكل كمقروء', bold: 'عريض، أثناء الكتابة', italic: 'مائل، أثناء الكتابة', goto: 'الانتقال إلى أحد أماكن الشريط الجانبي',
  },
};
