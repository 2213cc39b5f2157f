import { counted } from './counts.ar';
import type { ImportsWords } from './imports';

const letters = (n: number): string => counted(n, 'لا رسائل', 'رسالة واحدة', 'رسالتان', `${n} رسائل`, `${n} رسالة`, `${n} رسالة`);
export const imports: ImportsWords = {
  title: 'إدخال أرشيف', onlyConvenors: 'إدخال الأرشيف للمنسقين.',
  lead: 'تصير رسائل قائمة قديمة محادثات هنا، بتاريخ كتابتها. لا يُرسَل بريد إلى أحد، ولا ينال أحد مقعدًا بذلك، وما هو موجود هنا يُتجاوز.',
  list: 'في أي قائمة', file: 'الأرشيف',
  kinds: 'ملف mbox، ومنه شهر من pipermail؛ أو ملف ZIP فيه Maildir أو ملفات mbox أو رسائل مفردة؛ أو ما يكتبه ‎git fast-export --all‎ من public-inbox. يمكن ضغط أي منها بـgzip، حتى 1 غيبيبايت. يمكن المتابعة بعد انقطاع الخط أو إعادة تحميل الصفحة.',
  goOn: (name, here, all) => `وصل ${here} من ${all} من الملف ${name}. عند اختيار الملف نفسه مرة أخرى يُرسَل الباقي.`,
  forget: 'التخلي عنه',
  readers: 'من يمكنه قراءتها', readersHelp: 'يسري هذا على كل رسائل الأرشيف. من يقرأ منذ انضمامه لا يرى ما قيل قبله.',
  more: 'كيف يقتبس الأرشيف', quoting: { MBOXRD: 'الطريقة المعتادة (mboxrd): تُنزع علامة واحدة من أسطر مثل ‎">>From "‎', MBOXO: 'كما تفعل برامج أقدم (mboxo): يفقد ‎">From "‎ وحده علامته' },
  begin: (readers, organisations) => `إدخاله لقراء عددهم ${readers} من مؤسسات عددها ${organisations}`,
  begun: 'الإدخال جارٍ. يمكن مغادرة هذه الصفحة.', none: 'لم يُدخَل أرشيف بعد', noneHelp: 'يُذكر هنا كل ما يُدخَل، وما آلت إليه كل رسالة.',
  yours: 'ما أدخلتَه', into: (list) => `في ${list}`,
  states: { WAITING: 'ينتظر دوره', RUNNING: 'جارٍ', DONE: 'تم', FAILED: 'لم يُدخَل' },
  steps: { READING: 'قراءة الترويسات', BRINGING: 'الإدخال', COMPARING: 'المقارنة بالأرشيف' },
  progress: (n, all) => `${n} من ${all}`, soFar: (n) => n,
  again: 'توقف الخادم في الأثناء وبدأ من جديد؛ وما أُدخل قبل ذلك يُعدّ موجودًا.',
  failed: (why) => `تعذّر الإدخال: ${why}. يبقى ما أُدخل قبل ذلك. يمكن إصلاح الملف وإرساله من جديد.`,
  same: 'كل رسالة هنا مطابقة لما في الأرشيف، بايتًا بايتًا.',
  different: (n) => `تختلف عن الأرشيف: ${letters(n)}. ينبغي حفظه وإبلاغ من يشغّل الخادم.`,
  threads: (n) => `محادثات بدأت: ${n}`, toList: 'عرض القائمة',
  ends: { IMPORTED: 'أُدخلت', HERE_ALREADY: 'موجودة من قبل', REPEATED: 'مكررة في الأرشيف', REFUSED: 'مرفوضة', DIFFERENT: 'حُفظت على غير ما هي' },
  report: 'رسالة رسالة', onlyBad: 'المرفوضة فقط', number: (n) => `رقم ${n}`, noId: 'بلا Message-ID', read: 'قراءتها',
};
