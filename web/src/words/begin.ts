// The words of `begin.en.ts` in the language in use.
import { begin as en, type BeginWords } from './begin.en';
import { inLanguage } from './language';

export const begin: BeginWords = await inLanguage<BeginWords>(en, {
  fr: async () => (await import('./begin.fr')).begin,
  ar: async () => (await import('./begin.ar')).begin,
});
