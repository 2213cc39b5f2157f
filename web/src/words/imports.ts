// The words of `imports.en.ts` in the language in use.
import { imports as en, type ImportsWords } from './imports.en';
import { inLanguage } from './language';

export const imports: ImportsWords = await inLanguage<ImportsWords>(en, {
  fr: async () => (await import('./imports.fr')).imports,
  ar: async () => (await import('./imports.ar')).imports,
});
