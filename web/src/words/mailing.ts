// The words of `mailing.en.ts` in the language in use.
import { mailing as en, type MailingWords } from './mailing.en';
import { inLanguage } from './language';

export const mailing: MailingWords = await inLanguage<MailingWords>(en, {
  fr: async () => (await import('./mailing.fr')).mailing,
  ar: async () => (await import('./mailing.ar')).mailing,
});
