// The words of `together.en.ts` in the language in use.
import { together as en, type TogetherWords } from './together.en';
import { inLanguage } from './language';

export const together: TogetherWords = await inLanguage<TogetherWords>(en, {
  fr: async () => (await import('./together.fr')).together,
  ar: async () => (await import('./together.ar')).together,
});
