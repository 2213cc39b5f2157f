// The words of `pushing.en.ts` in the language in use.
import { inLanguage } from './language';
import { pushing as en, type PushingWords } from './pushing.en';

export const pushing: PushingWords = await inLanguage<PushingWords>(en, {
  fr: async () => (await import('./pushing.fr')).pushing,
  ar: async () => (await import('./pushing.ar')).pushing,
});
