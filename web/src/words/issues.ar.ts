// The words of issues and of the filter over a tracker in Arabic. Their glossary is that of ar.ts.
import { counted } from './counts.ar';
import type { IssuesWords } from './issues.en';

export const issues: IssuesWords = {
  type: 'النوع', priority: 'الأولوية', labels: 'الوسوم', noLabels: 'بلا وسوم', labelFirst: 'إضافة وسوم', labelsHelp: 'تفصل بينها فواصل', reference: 'النص المستشهد به', setReference: 'الاستشهاد بنص',
  assignMe: (label) => `إسناد ${label} إليّ`,
  types: { PROVISION_CONCERN: 'تحفّظ على نص', TASK: 'مهمة', QUESTION: 'سؤال', COMPANY_REQUEST: 'طلب إلى شركة', DECISION: 'قرار' },
  priorities: { URGENT: 'عاجلة', HIGH: 'عالية', NORMAL: 'عادية', LOW: 'منخفضة' },
  document: 'الوثيقة', part: 'الجزء', number: 'الرقم', quote: 'نص كلماته',
  checklist: 'قائمة مهام', checked: (done, all) => `أُنجز ${done} من ${all}`, checklistFirst: 'إضافة قائمة مهام', addCheck: 'إضافة سطر', newCheck: 'ما الذي يجب فعله؟', removeCheck: (line) => `إزالة: ${line}`,
  follow: 'متابعة', unfollow: 'إيقاف المتابعة', followers: (n) => counted(n, 'لا أحد يتابع', 'شخص واحد يتابع', 'شخصان يتابعان', '# أشخاص يتابعون', '# شخصًا يتابعون', '# شخص يتابعون'), followHelp: 'من يتابع مسألة يعلم بما يجري فيها بالبريد.',
  relations: 'ذات صلة بما يلي', relateFirst: 'ربط مسألة أخرى', relate: 'إضافة', relateTo: 'رمز المسألة الأخرى', takeBack: (label) => `سحب: ${label}`, kind: 'نوع الصلة',
  kinds: { BLOCKS: ['تعطّل', 'تعطّلها'], DUPLICATES: ['مكررة عن', 'من مكرراتها'], CHILD_OF: ['جزء من', 'من أجزائها'], RELATES: ['مرتبطة مع', 'مرتبطة مع'], EVIDENCED_BY: ['من أدلتها', 'دليل على'] },
  relateEvidence: 'رمز مسألة، أو عنوان صفحة هنا',
  elsewhere: { thread: 'محادثة', entry: 'رسالة', update: 'تحديث', action: 'تحرّك' },
  filterHint: '\u2066is:open label:إزالة assignee:me\u2069',
  sort: 'الترتيب', sorts: { usual: 'حسب الحالة ثم الموعد', due: 'الأقرب موعدًا أولًا', priority: 'الأكثر إلحاحًا أولًا', changed: 'آخر ما تغيّر أولًا', opened: 'الأحدث أولًا', title: 'حسب العنوان' },
  group: 'المجموعات', groups: { none: 'بلا مجموعات', state: 'حسب الحالة', assignee: 'حسب الشخص', priority: 'حسب الأولوية', label: 'حسب الوسم', type: 'حسب النوع', due: 'حسب الموعد' },
  dues: { overdue: 'متأخرة', week: 'خلال 7 أيام', month: 'خلال 31 يومًا', later: 'لاحقًا', none: 'بلا موعد' }, coming: (n) => counted(n, 'لم تُقرأ مسائل بعد، وهي في الطريق', 'قُرئت مسألة واحدة، والبقية في الطريق', 'قُرئت مسألتان، والبقية في الطريق', 'قُرئت # مسائل، والبقية في الطريق', 'قُرئت # مسألة، والبقية في الطريق', 'قُرئت # مسألة، والبقية في الطريق'),
  chosenOnes: 'ما اختير', choose: (label) => `اختيار ${label}`, chosen: (n) => counted(n, 'لم تُختر مسألة', 'اختيرت مسألة واحدة', 'اختيرت مسألتان', 'اختيرت # مسائل', 'اختيرت # مسألة', 'اختيرت # مسألة'), change: 'تغيير…', chooseAll: 'اختيار كل المعروض', chooseAllShort: 'كل المعروض', chooseNone: 'إلغاء الاختيار',
  changeMany: (n) => counted(n, 'لا شيء لتغييره', 'تغيير مسألة واحدة', 'تغيير مسألتين', 'تغيير # مسائل', 'تغيير # مسألة', 'تغيير # مسألة'), changeHelp: 'ما تتركه هنا كما هو يبقى كما هو في كل منها.', asItIs: 'كما هو', assignAnew: 'إسنادها بدلًا من ذلك إلى', addLabels: 'إضافة وسوم', removeLabels: 'نزع وسوم',
  changing: (done, all) => `جارٍ التغيير: ${done} من ${all}`, changed: (n) => counted(n, 'لم تتغيّر مسألة', 'تغيّرت مسألة واحدة', 'تغيّرت مسألتان', 'تغيّرت # مسائل', 'تغيّرت # مسألة', 'تغيّرت # مسألة'), undone: (n) => counted(n, 'لم يُلغَ أي تغيير', 'أُلغي التغيير في مسألة واحدة', 'أُلغي التغيير في مسألتين', 'أُلغي التغيير في # مسائل', 'أُلغي التغيير في # مسألة', 'أُلغي التغيير في # مسألة'), notChanged: (n) => counted(n, 'تغيّرت كلها', 'لم تتغيّر مسألة واحدة', 'لم تتغيّر مسألتان', 'لم تتغيّر # مسائل', 'لم تتغيّر # مسألة', 'لم تتغيّر # مسألة'),
  manyLabels: (most) => counted(most, 'لا وسوم.', 'وسم واحد على الأكثر.', 'وسمان على الأكثر.', '# وسوم على الأكثر.', '# وسمًا على الأكثر.', '# وسم على الأكثر.'), longLabel: (most) => counted(most, 'الوسم بلا حروف.', 'الحد الأقصى للوسم حرف واحد.', 'الحد الأقصى للوسم حرفان.', 'الحد الأقصى للوسم # أحرف.', 'الحد الأقصى للوسم # حرفًا.', 'الحد الأقصى للوسم # حرف.'),
  waiting: 'ما ينتظرني', overdue: 'متأخرة', unassigned: 'لا أحد بعد', calendar: 'التقويم', noDates: 'لا موعد لأي مسألة معروضة هنا.',
  examples: [
    ['is:open', 'ليست منجزة ولا مستبعدة'], ['state:waiting,triage', 'في إحدى هذه الحالات'], ['assignee:me', 'مسائلي؛ وكذلك assignee:none أو اسم'], ['due:<7d', 'موعدها خلال أسبوع، أو متأخرة'],
    ['label:"منصات صغيرة"', 'بهذا الوسم'], ['org:"اتحاد الصحافة"', 'مسندة إلى شخص من هذه المؤسسة'], ['priority:urgent,high', 'إحدى هذه الأولويات'], ['-label:صحافة', 'بلا هذا الوسم'], ['"خلال 24 ساعة"', 'هذه الكلمات، في العنوان أو المتن أو النص المعني'],
  ],
};
