// The words for undoing a send and for changing who reads. In the language in use.
import { inLanguage } from './language';
import { sharing as en, type SharingWords } from './sharing.en';

export const sharing: SharingWords = await inLanguage<SharingWords>(en, {
  fr: async () => (await import('./sharing.fr')).sharing,
  ar: async () => (await import('./sharing.ar')).sharing,
});
