// The words of `attaching.en.ts` in the language in use.
import { attaching as en, type AttachingWords } from './attaching.en';
import { inLanguage } from './language';

export const attaching: AttachingWords = await inLanguage<AttachingWords>(en, {
  fr: async () => (await import('./attaching.fr')).attaching,
  ar: async () => (await import('./attaching.ar')).attaching,
});
