// The words of `mailing.en.ts` in the language in use.
import { mailing as en } from './mailing.en';
import { inLanguage, type Catalogue } from './language';

export type MailingWords = Catalogue<typeof en>;
export const mailing: MailingWords = await inLanguage<MailingWords>(en, {
  fr: async () => (await import('./mailing.fr')).mailing,
  ar: async () => (await import('./mailing.ar')).mailing,
});
