// The words of `composing.en.ts` in the language in use; they come with the buttons under a field.
import { composing as en, type ComposingWords } from './composing.en';
import { inLanguage } from './language';

export const composing: ComposingWords = await inLanguage<ComposingWords>(en, {
  fr: async () => (await import('./composing.fr')).composing,
  ar: async () => (await import('./composing.ar')).composing,
});
