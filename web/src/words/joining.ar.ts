// The words for who joins a workspace or opens one. In Arabic; the glossary is that of ar.ts.
import type { JoiningWords } from './joining.en';

export const joining: JoiningWords = {
  join: {
    title: (workspace) => `الانضمام إلى ${workspace}`, lead: (by, organisation) => `دعوة من ${by} لشغل مقعد باسم ${organisation}.`,
    asWhat: 'مقعدك', name: 'اسمك كما يراه الائتلاف', accept: 'شغل المقعد', expires: 'الدعوة صالحة حتى',
    closed: 'هذه مساحة عمل مغلقة. كل ما فيها يبيّن من يقرؤه.', gone: 'هذه الدعوة ليست مفتوحة', goneHelp: 'استُخدمت أو سُحبت أو انتهت مدتها. يمكنك طلب دعوة أخرى ممن أرسلها.',
  },
  open: {
    title: 'فتح مساحة عمل', lead: 'مساحة العمل الواحدة ائتلاف واحد. ويكون تنسيقها لك في البداية.', name: 'اسم مساحة العمل', slug: 'اسم قصير في العناوين',
    slugHelp: 'حروف لاتينية صغيرة وأرقام وشرطات', organisation: 'منظمتك', convenor: 'اسمك كما يراه الائتلاف', submit: 'فتح',
  },
};
