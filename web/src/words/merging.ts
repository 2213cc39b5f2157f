// The words for what two people changed at once. In the language in use.
import { inLanguage } from './language';
import { merging as en, type MergingWords } from './merging.en';

export const merging: MergingWords = await inLanguage<MergingWords>(en, {
  fr: async () => (await import('./merging.fr')).merging,
  ar: async () => (await import('./merging.ar')).merging,
});
