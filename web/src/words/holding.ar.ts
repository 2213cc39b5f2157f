// The words of held letters, for who decides about them and for who wrote them. In Arabic; the glossary is that of ar.ts.
import type { HoldingWords } from './holding.en';

export const holding: HoldingWords = {
  holds: {
    title: 'رسائل قيد المراجعة', lead: 'رسائل بريد وصلت وتنتظر قرارك. لم تُنشر بعد.', from: 'من', to: 'إلى', approve: 'تمرير', refuse: 'رفض…', refuseTitle: 'رفض رسالة البريد هذه', refuseHelp: 'يُبلَّغ من أرسلها بأنها لم تُنشر. وتضاف ملاحظتك، ويقرؤها أيضًا من يبتّون هنا.', note: 'ملاحظة لمن أرسلها', refuseNow: 'رفض', none: 'لا رسائل قيد المراجعة',
    noneHelp: 'رسالة البريد من عنوان بلا مقعد، أو التي تخالف قاعدة من قواعد القائمة، تنتظر هنا حتى يمررها فريق التنسيق أو يرفضها.', approved: 'مُرّرت، وهي في الطريق إلى القائمة.', refused: 'رُفضت؛ ويُبلَّغ من أرسلها.', empty: '(بلا موضوع)', noneOwn: 'لا رسائل بريد تنتظرك',
    noneOwnHelp: 'حين تأتي رسالة بريد من عنوانك ولا شيء يثبت أنك كتبتها، يُطرح عليك السؤال هنا.',
    mine: 'كتبتها أنا، لتُنشر', notMine: 'لم أكتبها', notMineDone: 'لم تُنشر.', waits: 'يقرؤها فريق التنسيق أولًا.', takeBack: 'سحب', takenBack: 'سحبتها. لم تُنشر.',
  },
};
