// The words of `moderation.en.ts` in the language in use.
import { moderation as en } from './moderation.en';
import { inLanguage, type Catalogue } from './language';

export type ModerationWords = Catalogue<typeof en>;
export const moderation: ModerationWords = await inLanguage<ModerationWords>(en, {
  fr: async () => (await import('./moderation.fr')).moderation,
  ar: async () => (await import('./moderation.ar')).moderation,
});
