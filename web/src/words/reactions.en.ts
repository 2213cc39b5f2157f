// Reactions to messages, in English.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const reactions = {
  names: { PLUS_ONE: 'I agree', THANKS: 'Thank you', SEEN: 'Seen', CONGRATULATIONS: 'Well done', SOLIDARITY: 'In solidarity' },
  react: 'React', all: 'Reactions',
  others: (n: number) => counted(n, '# more', '# more'),
  add: (reaction: string) => `Add your reaction: ${reaction}`, remove: (reaction: string) => `Remove your reaction: ${reaction}`,
};

export type ReactionWords = Catalogue<typeof reactions>;
