// Reactions to messages, in Arabic.
import { counted } from './counts.ar';
import type { ReactionWords } from './reactions.en';

export const reactions: ReactionWords = {
  names: { PLUS_ONE: 'موافقة', THANKS: 'شكرًا', SEEN: 'تم الاطلاع', CONGRATULATIONS: 'أحسنتم', SOLIDARITY: 'تضامن' },
  react: 'تفاعل', all: 'التفاعلات',
  others: (n) => counted(n, 'لا جهات أخرى', 'جهة أخرى', 'جهتان أخريان', '# جهات أخرى', '# جهة أخرى', '# جهة أخرى'),
  add: (reaction) => `إضافة تفاعلك: ${reaction}`, remove: (reaction) => `إزالة تفاعلك: ${reaction}`,
};
