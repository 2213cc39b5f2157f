// The words of `searching.en.ts` in the language in use.
import { searching as en } from './searching.en';
import { inLanguage, type Catalogue } from './language';

export type SearchingWords = Catalogue<typeof en>;
export const searching: SearchingWords = await inLanguage<SearchingWords>(en, {
  fr: async () => (await import('./searching.fr')).searching,
  ar: async () => (await import('./searching.ar')).searching,
});
