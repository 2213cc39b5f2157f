// The words of several acts that stand in one line, in Arabic. Their glossary is that of ar.ts.
import { counted } from './counts.ar';
import type { TogetherWords } from './together.en';

const issues = (n: number): string => counted(n, '# مسائل', 'مسألة واحدة', 'مسألتين', '# مسائل', '# مسألة', '# مسألة');
const guests = (n: number): string => counted(n, '# أشخاص', 'شخص واحد', 'شخصين', '# أشخاص', '# شخصًا', '# شخص');

export const together: TogetherWords = {
  many: {
    'issue.opened': (n) => `فتح ${issues(n)} من جانب {actor}`,
    'issue.edited': (n) => `تعديل ${issues(n)} من جانب {actor}`,
    'issue.closed': (n) => `إغلاق ${issues(n)} من جانب {actor}`,
    'issue.reopened': (n) => `إعادة فتح ${issues(n)} من جانب {actor}`,
    'invitation.sent': (n) => `دعوة ${guests(n)} من جانب {actor}`,
  },
  byMany: {
    'entry.thread': 'ردود من {actor} في {item}',
    'entry.posted': 'رسائل من {actor} في {item}',
    'entry.comment': 'تعليقات من {actor} على {item}',
    'reaction.added': 'تفاعلات من {actor} مع {item}',
    'action.committed': 'ردود من {actor} على طلب المشاركة في {item}',
    'action.answered': 'ردود من {actor} على الدعوة إلى {item}',
    'poll.answered': 'إجابات من {actor} عن {item}',
    'issue.watched': 'متابعة {item} من جانب {actor}',
    'update.acknowledged': 'تأكيد قراءة {item} من جانب {actor}',
  },
  two: '{actor} و{other}',
  more: (n) => counted(n, '{actor} و{other} و# آخرين', '{actor} و{other} وشخص آخر', '{actor} و{other} وشخصين آخرين', '{actor} و{other} و# أشخاص آخرين', '{actor} و{other} و# شخصًا آخر', '{actor} و{other} و# شخص آخر'),
  undone: 'تعديل {item} ثم التراجع عن التعديل من جانب {actor}',
  undoneMany: (n) => `تعديل ${issues(n)} ثم التراجع عن التعديل من جانب {actor}`,
  all: (n) => counted(n, 'عرض الكل (#)', 'عرض الكل (#)', 'عرض الكل (#)', 'عرض الكل (#)', 'عرض الكل (#)', 'عرض الكل (#)'),
  fewer: 'عرض أقل',
};
