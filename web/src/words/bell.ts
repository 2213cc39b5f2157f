// The words of `bell.en.ts` in the language in use.
import { bell as en } from './bell.en';
import { inLanguage, type Catalogue } from './language';

export type BellWords = Catalogue<typeof en>;
export const bell: BellWords = await inLanguage<BellWords>(en, {
  fr: async () => (await import('./bell.fr')).bell,
  ar: async () => (await import('./bell.ar')).bell,
});
