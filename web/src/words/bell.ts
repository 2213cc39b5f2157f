// The words of `bell.en.ts` in the language in use.
import { bell as en, type BellWords } from './bell.en';
import { inLanguage } from './language';

export const bell: BellWords = await inLanguage<BellWords>(en, {
  fr: async () => (await import('./bell.fr')).bell,
  ar: async () => (await import('./bell.ar')).bell,
});
