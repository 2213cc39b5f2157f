// The words of `updates.en.ts` in the language in use.
import { updatesMore as en } from './updates.en';
import { inLanguage, type Catalogue } from './language';

export type UpdatesMoreWords = Catalogue<typeof en>;
export const updatesMore: UpdatesMoreWords = await inLanguage<UpdatesMoreWords>(en, {
  fr: async () => (await import('./updates.fr')).updatesMore,
  ar: async () => (await import('./updates.ar')).updatesMore,
});
