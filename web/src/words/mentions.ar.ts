// كلمات الإشارات بالعربية.
import { counted } from './counts.ar';
import type { MentionsWords } from './mentions.en';

export const mentions: MentionsWords = {
  pick: 'الأشخاص والمنظمات والمجموعات للإشارة إليهم', found: (n) => counted(n, 'لا اقتراحات', 'اقتراح واحد', 'اقتراحان', '# اقتراحات', '# اقتراحًا', '# اقتراح'),
  groups: { EVERYONE: 'الجميع', CIVIL_SOCIETY: 'المجتمع المدني' }, groupHelp: { EVERYONE: 'كل من يمكنه الاطلاع على هذا', CIVIL_SOCIETY: 'المجتمع المدني في نطاق الاطلاع على هذا' },
  outside: (names) => `${names}: خارج نطاق الاطلاع. يُرجى كتابة الاسم دون @، أو توسيع نطاق الاطلاع.`,
  waiting: 'أسئلة موجّهة إليك', dismiss: 'إزالة', dismissOf: (title) => `إزالة: ${title}`,
  everyone: 'يصل إشعار إلى كل من يمكنه الاطلاع على هذه الرسالة.', civil: 'يصل إشعار إلى المجتمع المدني في نطاق الاطلاع على هذه الرسالة.', organisation: 'يصل إشعار إلى أفراد هذه المنظمة في نطاق الاطلاع على هذه الرسالة.', writeTo: 'كتابة رسالة', open: 'فتح صفحة المنظمة',
};
