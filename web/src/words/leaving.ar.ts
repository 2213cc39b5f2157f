// ما يُسأل قبل تسجيل الخروج مع رسائل لم تُرسل.
import { counted } from './counts.ar';
import type { LeavingWords } from './leaving.en';

export const leaving: LeavingWords = {
  unsent: (n) => counted(n, 'أُرسلت كل الرسائل', 'رسالة واحدة لم تُرسل بعد', 'رسالتان لم تُرسلا بعد', '# رسائل لم تُرسل بعد', '# رسالة لم تُرسل بعد', '# رسالة لم تُرسل بعد'), unsentHelp: 'تسجيل الخروج يحذف من هذا المتصفح كل ما كتبته ولم يُرسل. يمكنك انتظار عودة الاتصال، أو نسخ النص أولًا.', signOutAnyway: 'خروج وحذف', stay: 'البقاء هنا',
};
