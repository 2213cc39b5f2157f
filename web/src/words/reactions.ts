// The words of reactions to messages. In the language in use.
import { inLanguage } from './language';
import { reactions as en, type ReactionWords } from './reactions.en';

export const reactions: ReactionWords = await inLanguage<ReactionWords>(en, {
  fr: async () => (await import('./reactions.fr')).reactions,
  ar: async () => (await import('./reactions.ar')).reactions,
});
