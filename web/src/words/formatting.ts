// The words of `formatting.en.ts` in the language in use.
import { formatting as en } from './formatting.en';
import { inLanguage, type Catalogue } from './language';

export type FormattingWords = Catalogue<typeof en>;
export const formatting: FormattingWords = await inLanguage<FormattingWords>(en, {
  fr: async () => (await import('./formatting.fr')).formatting,
  ar: async () => (await import('./formatting.ar')).formatting,
});
