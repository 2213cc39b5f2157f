// The words of fields that offer something in the language in use.
import { inLanguage } from './language';
import { choosing as en, type ChoosingWords } from './choosing.en';

export const choosing: ChoosingWords = await inLanguage<ChoosingWords>(en, {
  fr: async () => (await import('./choosing.fr')).choosing,
  ar: async () => (await import('./choosing.ar')).choosing,
});
