// The words of `begin.en.ts` in the language in use.
import { begin as en } from './begin.en';
import { inLanguage, type Catalogue } from './language';

export type BeginWords = Catalogue<typeof en>;
export const begin: BeginWords = await inLanguage<BeginWords>(en, {
  fr: async () => (await import('./begin.fr')).begin,
  ar: async () => (await import('./begin.ar')).begin,
});
