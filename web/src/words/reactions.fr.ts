// Reactions to messages, in French.
import { counted } from './counts.fr';
import type { ReactionWords } from './reactions.en';

export const reactions: ReactionWords = {
  names: { PLUS_ONE: 'D’accord', THANKS: 'Merci', SEEN: 'Vu', CONGRATULATIONS: 'Bravo', SOLIDARITY: 'Solidarité' },
  react: 'Réagir', all: 'Réactions',
  others: (n) => counted(n, '# de plus', '# de plus'),
  add: (reaction) => `Ajouter votre réaction\u00a0: ${reaction}`, remove: (reaction) => `Retirer votre réaction\u00a0: ${reaction}`,
};
