// The words of actions in Arabic. Their glossary is that of ar.ts.
import type { ActingWords } from './actions';
import { counted } from './counts.ar';

export const acting: ActingWords = {
  more: 'المزيد: المؤسسات المدعوة، جدول الأعمال، التذكير', allDay: 'أيام كاملة', lastDay: 'آخر يوم', firstDay: 'اليوم', asked: 'مؤسسات مدعوة إلى المشاركة', strategies: 'الاستراتيجية', link: 'رابط الانضمام إلى مكالمة', agenda: 'جدول الأعمال', channel: 'قناة التقديم', channelHelp: 'البوابة أو المكتب أو العنوان الذي تُقدَّم إليه.', receipt: 'إيصال الاستلام', receiptHelp: 'ما أعطته الجهة الرسمية مقابلها، كرقم مثلًا.', replyDue: 'موعد الرد', reminders: 'تذكير من يشاركون', strategyWords: { RESEARCH: 'بحث', PUBLIC_ADVOCACY: 'مناصرة علنية', PRIVATE_ADVOCACY: 'مناصرة غير علنية', INVESTOR_ENGAGEMENT: 'حوار مع المستثمرين', CONSUMER_AWARENESS: 'توعية المستهلكين', MULTISTAKEHOLDER_INITIATIVE: 'مبادرة متعددة الأطراف', OTHER: 'غير ذلك' },
  reminderWords: { WEEK: 'قبل أسبوع', TWO_DAYS: 'قبل يومين', DAY: 'قبل يوم', TWO_HOURS: 'قبل ساعتين', HALF_HOUR: 'قبل نصف ساعة' },
  join: 'الانضمام إلى المكالمة', links: 'ذو صلة بما يلي', follows: 'يليه', replies: 'ردود الجهة الرسمية', addReply: 'إضافة رد', replyOn: 'تاريخ وصوله', replyText: 'ما جاء فيه', saveReply: 'حفظ الرد', noReply: 'لا رد بعد.',
  embargo: {
    title: 'تحت الحظر', until: (when, who) => `حتى ${when} لا يعلم بهذا سوى الأشخاص المحددين هنا. وبعدها يُفتح أمام: ${who}.`, set: 'فرض حظر', change: 'تغيير', off: 'رفع الحظر', offDone: 'رُفع الحظر. ولا يعلم به أحد آخر من تلقاء ذلك.', dialog: 'متى يعلم به الآخرون؟', help: 'حتى تلك اللحظة لا يقرؤه سوى الأشخاص المحددين، ولا يمكن لأحد غيرهم معرفة أنه موجود. وعندها يُفتح تلقائيًا.', at: 'النهاية', zone: (zone) => `الوقت في ${zone}`, to: 'من يقرؤه بعدها', doIt: 'فرض الحظر', done: 'فُرض الحظر.',
  },
  you: 'أنت', come: 'سأحضر', maybe: 'ربما', cannot: 'لا يمكنني', who: 'من يحضر', nobody: 'لم يقل أحد ذلك بعد.', comes: 'سيحضرون', mayCome: 'ربما', doNot: 'لا يمكنهم', note: 'ملاحظة مع إجابتك', saveNote: 'حفظ الملاحظة',
  there: 'من حضر', noteThere: 'تدوين من حضر', thereHelp: 'يظهر لكل من يقرأ هذا التحرك.', saveThere: 'حفظ', thereSaved: 'دُوّن.', thereNobody: 'لم يُدوَّن بعد.',
  earlierWord: 'قيل قبل ذلك لقراء أقل',
  earlierMinutes: 'محضر لقراء أقل، من قبل فتح هذا أمام آخرين', earlierPresent: 'سُجِّل لقراء أقل، قبل فتح هذا أمام آخرين',
  minutes: 'المحضر', noMinutes: 'لم يُدوَّن شيء بعد. والسطر الذي يبدأ بالعلامات «- [ ]» يمكن تحويله إلى مهمة.', makeTask: 'تحويله إلى مهمة', taskNamed: (title) => `تحويله إلى مهمة: ${title}`, taskMade: 'أُنشئت المهمة', tasks: 'مهام من المحضر',
  month: 'الشهر', before: 'الشهر السابق', after: 'الشهر التالي', now: 'هذا الشهر', days: (day, count) => `${day}: ${counted(count, 'لا شيء', 'تحرّك واحد', 'تحرّكان', `${count} تحركات`, `${count} تحركًا`, `${count} تحرّك`)}`, noneThisMonth: 'لا شيء في هذا الشهر.', inZone: (zone) => `الأيام والأوقات بمنطقتك الزمنية، ${zone}`, week: 'الأسبوع',
  calendar: {
    open: 'في تقويمي', title: 'التحركات في تقويمك', help: 'يمكن لبرنامج التقويم لديك عرض هذه التحركات وتحديثها أولًا بأول. ويحتاج إلى عنوان خاص به. ومن لديه ذلك العنوان يقرأ ما يمكنك قراءته من التحركات، فلا يُعطى لأحد.', make: 'إنشاء عنوان', made: 'عنوان تقويمك', madeHelp: 'يضاف في برنامج التقويم كاشتراك. ولا يُعرض إلا هذه المرة.', copy: 'نسخ', copied: 'نُسخ.', done: 'صار لديّ', none: 'لا برنامج يقرأ باسمك بعد.', end: 'إنهاء', endNamed: (when) => `إنهاء العنوان المنشأ في ${when}`, ended: 'ذلك العنوان لم يعد يعرض شيئًا، ولا في قارئات الخلاصات.', since: 'أُنشئ في', name: 'تقويم',
  },
  activity: {
    title: 'ما فعلته المؤسسة', help: 'بقدر ما يمكنك قراءته.', link: (name) => `ما فعلته ${name}`, committed: 'قالت إنها ستشارك', may: 'قالت إنها ربما تشارك', owns: 'تتولى مسؤوليته', delivered: 'أُنجز', open: 'لم يُنجز بعد', did: 'مؤخرًا', none: 'لا شيء يمكنك قراءته بعد.', back: 'الأشخاص والمؤسسات', kept: (done, all) => `أُنجز ${done} من ${all}`,
  },
};
