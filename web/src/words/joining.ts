// The words for who joins a workspace or opens one. In the language in use.
import { inLanguage } from './language';
import { joining as en, type JoiningWords } from './joining.en';

export const joining: JoiningWords = await inLanguage<JoiningWords>(en, {
  fr: async () => (await import('./joining.fr')).joining,
  ar: async () => (await import('./joining.ar')).joining,
});
