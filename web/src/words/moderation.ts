// The words of `moderation.en.ts` in the language in use.
import { moderation as en, type ModerationWords } from './moderation.en';
import { inLanguage } from './language';

export const moderation: ModerationWords = await inLanguage<ModerationWords>(en, {
  fr: async () => (await import('./moderation.fr')).moderation,
  ar: async () => (await import('./moderation.ar')).moderation,
});
