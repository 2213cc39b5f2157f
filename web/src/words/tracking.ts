// The words of `tracking.en.ts` in the language in use.
import { tracking as en, type TrackingWords } from './tracking.en';
import { inLanguage } from './language';

export const tracking: TrackingWords = await inLanguage<TrackingWords>(en, {
  fr: async () => (await import('./tracking.fr')).tracking,
  ar: async () => (await import('./tracking.ar')).tracking,
});
