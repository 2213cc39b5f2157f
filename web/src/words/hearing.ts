// The words of `hearing.en.ts` in the language in use.
import { hearing as en, type HearingWords } from './hearing.en';
import { inLanguage } from './language';

export const hearing: HearingWords = await inLanguage<HearingWords>(en, {
  fr: async () => (await import('./hearing.fr')).hearing,
  ar: async () => (await import('./hearing.ar')).hearing,
});
