// The words of `searching.en.ts` in the language in use.
import { searching as en, type SearchingWords } from './searching.en';
import { inLanguage } from './language';

export const searching: SearchingWords = await inLanguage<SearchingWords>(en, {
  fr: async () => (await import('./searching.fr')).searching,
  ar: async () => (await import('./searching.ar')).searching,
});
