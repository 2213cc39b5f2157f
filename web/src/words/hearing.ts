// The words of `hearing.en.ts` in the language in use.
import { hearing as en } from './hearing.en';
import { inLanguage, type Catalogue } from './language';

export type HearingWords = Catalogue<typeof en>;
export const hearing: HearingWords = await inLanguage<HearingWords>(en, {
  fr: async () => (await import('./hearing.fr')).hearing,
  ar: async () => (await import('./hearing.ar')).hearing,
});
