// The words of `imports.en.ts` in the language in use.
import { imports as en } from './imports.en';
import { inLanguage, type Catalogue } from './language';

export type ImportsWords = Catalogue<typeof en>;
export const imports: ImportsWords = await inLanguage<ImportsWords>(en, {
  fr: async () => (await import('./imports.fr')).imports,
  ar: async () => (await import('./imports.ar')).imports,
});
