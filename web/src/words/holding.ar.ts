// The words of held letters, for who decides about them and for who wrote them. In Arabic; the glossary is that of ar.ts.
import type { HoldingWords } from './holding.en';

export const holding: HoldingWords = {
  holds: {
    title: 'رسائل بانتظار الموافقة', lead: 'رسائل تنتظر قرارك. لم تُنشر بعد.', from: 'من', to: 'إلى', approve: 'موافقة', refuse: 'رفض…', refuseTitle: 'رفض الرسالة؟', refuseHelp: 'يُبلَّغ من أرسلها بأنها لم تُنشر، وتصله ملاحظتك. ويقرؤها أيضًا من يقررون هنا.', note: 'ملاحظة لمن أرسلها', refuseNow: 'رفض', none: 'لا رسائل بانتظار الموافقة',
    noneHelp: 'الرسائل من عناوين مجهولة أو المخالفة لقواعد القائمة تنتظر هنا فريق التنسيق.', approved: 'تمت الموافقة. الرسالة في الطريق إلى القائمة.', refused: 'رُفضت. ويُبلَّغ من أرسلها.', empty: '(بلا موضوع)', noneOwn: 'لا رسائل بانتظار تأكيدك',
    noneOwnHelp: 'حين تأتي رسالة من عنوانك دون ما يثبت أنك كتبتها، يُطلب تأكيدك هنا.',
    mine: 'كتبتها أنا، للنشر', notMine: 'لم أكتبها', notMineDone: 'لم تُنشر.', waits: 'يجب أن يوافق فريق التنسيق أولًا.', takeBack: 'إلغاء الإرسال', takenBack: 'أُلغي الإرسال. لم تُنشر.',
  },
};
