// What is asked before somebody signs out, in the language in use; it comes with the account menu.
import { inLanguage } from './language';
import { leaving as en, type LeavingWords } from './leaving.en';

export const leaving: LeavingWords = await inLanguage<LeavingWords>(en, {
  fr: async () => (await import('./leaving.fr')).leaving,
  ar: async () => (await import('./leaving.ar')).leaving,
});
