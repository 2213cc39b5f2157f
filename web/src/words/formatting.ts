// The words of `formatting.en.ts` in the language in use.
import { formatting as en, type FormattingWords } from './formatting.en';
import { inLanguage } from './language';

export const formatting: FormattingWords = await inLanguage<FormattingWords>(en, {
  fr: async () => (await import('./formatting.fr')).formatting,
  ar: async () => (await import('./formatting.ar')).formatting,
});
