// The words of `filtering.en.ts` in the language in use.
import { filtering as en } from './filtering.en';
import { inLanguage, type Catalogue } from './language';

export type FilteringWords = Catalogue<typeof en>;
export const filtering: FilteringWords = await inLanguage<FilteringWords>(en, {
  fr: async () => (await import('./filtering.fr')).filtering,
  ar: async () => (await import('./filtering.ar')).filtering,
});
