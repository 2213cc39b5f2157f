// The words of what is unread, loaded with what keeps it. In the language in use.
import { inLanguage } from './language';
import { reading as en, type ReadingWords } from './reading.en';

export const reading: ReadingWords = await inLanguage<ReadingWords>(en, {
  fr: async () => (await import('./reading.fr')).reading,
  ar: async () => (await import('./reading.ar')).reading,
});
