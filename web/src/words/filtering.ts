// The words of `filtering.en.ts` in the language in use.
import { filtering as en, type FilteringWords } from './filtering.en';
import { inLanguage } from './language';

export const filtering: FilteringWords = await inLanguage<FilteringWords>(en, {
  fr: async () => (await import('./filtering.fr')).filtering,
  ar: async () => (await import('./filtering.ar')).filtering,
});
