// كلمات الملف الشخصي وبطاقة الشخص.
import type { ProfileWords } from './profile.en';

export const profile: ProfileWords = {
  title: 'ملفك الشخصي', lead: 'يمكن لجميع أعضاء مساحة العمل هذه الاطلاع على ملفك، والشركات منهم. كل الحقول اختيارية ما عدا الاسم.', edit: 'تعديل ملفك الشخصي',
  name: 'اسمك', nameHelp: 'كما توقّع به رسائل بريدك. يُسجَّل الاسم الجديد في سجل التدقيق.', role: 'المنصب', roleHelp: 'عملك في جهتك، مثلًا «مسؤولية السياسات العامة».',
  pronunciation: 'النطق', pronunciationHelp: 'كيف يُنطق اسمك، مثلًا «تشيكا».', languages: 'اللغات', languagesHelp: 'اللغات التي تكتب بها.',
  hours: 'ساعات العمل', hoursHelp: 'من يذكرك من الأعضاء يرى كم الساعة عندك. ولا تؤخَّر بها رسائل البريد: ساعات الهدوء في إعدادات بريدك.', noHours: 'إظهار ساعات عملي', from: 'من', until: 'إلى', days: 'الأيام', zone: 'المنطقة الزمنية',
  save: 'حفظ الملف', saved: 'تم حفظ الملف.', undone: 'تم التراجع عن التغيير.', preview: 'ما يراه الآخرون',
  card: 'الملف الشخصي', says: (how) => `النطق: ${how}`, writes: (languages) => `لغات الكتابة: ${languages}`, works: (days, from, until, zone) => `ساعات العمل: ${days}، ${from}–${until} (${zone})`,
  clock: (time) => `الساعة هناك ${time}.`, outside: (time) => `الساعة هناك ${time}، خارج ساعات العمل.`, short: (time) => `${time} هناك`,
};
