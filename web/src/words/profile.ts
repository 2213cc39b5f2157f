// The words of profiles in the language in use; they come with the first card that is opened.
import { inLanguage } from './language';
import { profile as en, type ProfileWords } from './profile.en';

export const profile: ProfileWords = await inLanguage<ProfileWords>(en, {
  fr: async () => (await import('./profile.fr')).profile,
  ar: async () => (await import('./profile.ar')).profile,
});
