// The words of settings in the language in use; they come with the first page of settings.
import { inLanguage } from './language';
import { settings as en, type SettingsWords } from './settings.en';

export const settings: SettingsWords = await inLanguage<SettingsWords>(en, {
  fr: async () => (await import('./settings.fr')).settings,
  ar: async () => (await import('./settings.ar')).settings,
});
