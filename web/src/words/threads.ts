// What is done to threads, and what messages become. In the language in use.
import { inLanguage } from './language';
import { threads as en, type ThreadWords } from './threads.en';

export const threads: ThreadWords = await inLanguage<ThreadWords>(en, {
  fr: async () => (await import('./threads.fr')).threads,
  ar: async () => (await import('./threads.ar')).threads,
});
