// What is done to threads, and what messages become, in Arabic.
import type { ThreadWords } from './threads.en';

export const threads: ThreadWords = {
  pinned: 'مثبتة', locked: 'مقفلة',
  lockedHelp: 'أقفل فريق التنسيق هذه المحادثة، والرد فيها متاح لفريق التنسيق وحده. الردود بالبريد تنتظر قراره.',
  was: (title) => `العنوان السابق: ${title}`,
  rename: 'تغيير العنوان', title: 'العنوان', save: 'تغيير العنوان',
  renameHelp: 'يظهر العنوان الجديد لكل من يمكنه الاطلاع على المحادثة. يبقى العنوان السابق في سجل التغييرات، وتصل الردود على رسائل البريد السابقة إلى هنا.',
  renamed: 'تم تغيير العنوان.',
  pin: 'تثبيت للجميع', unpin: 'إلغاء التثبيت', isPinned: 'تم تثبيت المحادثة.', isUnpinned: 'تم إلغاء التثبيت.',
  lock: 'إقفال المحادثة', unlock: 'إلغاء الإقفال', isLocked: 'تم إقفال المحادثة.', isUnlocked: 'تم إلغاء الإقفال.',
  make: { issue: 'إنشاء مسألة', action: 'إنشاء تحرّك', question: 'سؤال شركة' },
  inTracker: 'يُرجى اختيار سجل المتابعة.', next: 'متابعة', related: 'ذات صلة',
  noCompany: 'لا يمكن لأي شركة الاطلاع على هذه الرسالة، فلا يمكن سؤالها بكلماتها. يمكنك مشاركة الرسالة أولًا، أو السؤال بكلماتك.',
};
