// The words of `actions.en.ts` in the language in use.
import { acting as en, type ActingWords } from './actions.en';
import { inLanguage } from './language';

export const acting: ActingWords = await inLanguage<ActingWords>(en, {
  fr: async () => (await import('./actions.fr')).acting,
  ar: async () => (await import('./actions.ar')).acting,
});
