// The words of `actions.en.ts` in the language in use.
import { acting as en } from './actions.en';
import { inLanguage, type Catalogue } from './language';

export type ActingWords = Catalogue<typeof en>;
export const acting: ActingWords = await inLanguage<ActingWords>(en, {
  fr: async () => (await import('./actions.fr')).acting,
  ar: async () => (await import('./actions.ar')).acting,
});
