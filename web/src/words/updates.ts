// The words of `updates.en.ts` in the language in use.
import { updatesMore as en, type UpdatesMoreWords } from './updates.en';
import { inLanguage } from './language';

export const updatesMore: UpdatesMoreWords = await inLanguage<UpdatesMoreWords>(en, {
  fr: async () => (await import('./updates.fr')).updatesMore,
  ar: async () => (await import('./updates.ar')).updatesMore,
});
