import type { InvitationsWords } from './invitations';

const DO: Record<string, string> = {
  DEAD_ADDRESS: 'لا يوجد صندوق بريد كهذا. يُصحَّح العنوان وتُرسل الدعوة من جديد.',
  FULL: 'يُطلب إفراغ الصندوق أو يُستعمل عنوان آخر، ثم تُرسل الدعوة من جديد.',
  SPAM: 'يُطلب قبول البريد من هنا، أو يُستعمل عنوان آخر.',
  POLICY: 'يُطلب قبول البريد من هنا، أو يُستعمل عنوان آخر.',
};
export const invitations: InvitationsWords = {
  sent: 'استلمها خادم بريد المدعو', waiting: 'يجري إرسالها', retrying: 'تُعاد المحاولة',
  refused: (why, said) => `رفضها خادم بريد المدعو: ${why}${said ? ` (${said})` : ''}.`,
  returned: (why, said) => `عادت الدعوة: ${why}${said ? ` (${said})` : ''}.`,
  givenUp: 'لم يقبلها خادم بريد المدعو خلال خمسة أيام.',
  toDo: (reason) => DO[reason] ?? 'يُراجَع العنوان أو يُستعمل غيره، وتُرسل الدعوة من جديد.',
  anew: 'تصحيح وإرسال من جديد', anewTitle: 'إرسال الدعوة من جديد', anewHelp: 'رابط الرسالة التي لم تصل لم يعد يفتح شيئًا. للرسالة الجديدة رابطها.',
  anewTo: (address) => `تصحيح وإرسال من جديد: ${address}`,
};
