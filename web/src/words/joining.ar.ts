// The words for who joins a workspace or opens one. In Arabic; the glossary is that of ar.ts.
import type { JoiningWords } from './joining.en';

export const joining: JoiningWords = {
  join: {
    title: (workspace) => `الانضمام إلى ${workspace}`, lead: (by, organisation) => `دعوة من ${by} للانضمام باسم ${organisation}.`,
    asWhat: 'دورك', name: 'اسمك الظاهر للائتلاف', accept: 'انضمام', expires: 'الدعوة صالحة حتى',
    closed: 'هذه مساحة عمل مغلقة. وكل عنصر فيها يبيّن من يمكنه الاطلاع عليه.', gone: 'هذه الدعوة غير صالحة', goneHelp: 'استُخدمت أو أُلغيت أو انتهت مدتها. يمكنك طلب دعوة جديدة.',
  },
  open: {
    title: 'فتح مساحة عمل', lead: 'مساحة العمل لائتلاف واحد. ويكون تنسيقها لك في البداية.', name: 'اسم مساحة العمل', slug: 'اسم قصير في العناوين',
    slugHelp: 'حروف لاتينية صغيرة وأرقام وشرطات', party: 'اسم قصير لمنظمتك', organisation: 'منظمتك', convenor: 'اسمك الظاهر للائتلاف', submit: 'فتح مساحة العمل',
  },
};
