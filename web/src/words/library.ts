// The words of the library of files in the language in use.
import { inLanguage } from './language';
import { library as en, type LibraryWords } from './library.en';

export const library: LibraryWords = await inLanguage<LibraryWords>(en, {
  fr: async () => (await import('./library.fr')).library,
  ar: async () => (await import('./library.ar')).library,
});
