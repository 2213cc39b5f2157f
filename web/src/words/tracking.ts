// The words of `tracking.en.ts` in the language in use.
import { tracking as en } from './tracking.en';
import { inLanguage, type Catalogue } from './language';

export type TrackingWords = Catalogue<typeof en>;
export const tracking: TrackingWords = await inLanguage<TrackingWords>(en, {
  fr: async () => (await import('./tracking.fr')).tracking,
  ar: async () => (await import('./tracking.ar')).tracking,
});
