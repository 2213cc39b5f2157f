// The words of the account page in the language in use.
import { account as en, type AccountWords } from './account.en';
import { inLanguage } from './language';

export const account: AccountWords = await inLanguage<AccountWords>(en, {
  fr: async () => (await import('./account.fr')).account,
  ar: async () => (await import('./account.ar')).account,
});
