// The words of `welcome.en.ts` in the language in use.
import { inLanguage } from './language';
import { welcome as en, type WelcomeWords } from './welcome.en';

export const welcome: WelcomeWords = await inLanguage<WelcomeWords>(en, {
  fr: async () => (await import('./welcome.fr')).welcome,
  ar: async () => (await import('./welcome.ar')).welcome,
});
