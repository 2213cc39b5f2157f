// The words of the account page in the language in use.
import { account as en } from './account.en';
import { inLanguage, type Catalogue } from './language';

export type AccountWords = Catalogue<typeof en>;
export const account: AccountWords = await inLanguage<AccountWords>(en, {
  fr: async () => (await import('./account.fr')).account,
  ar: async () => (await import('./account.ar')).account,
});
