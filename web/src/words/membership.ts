// The words of `membership.en.ts` in the language in use.
import { membership as en, type MembershipWords } from './membership.en';
import { inLanguage } from './language';

export const membership: MembershipWords = await inLanguage<MembershipWords>(en, {
  fr: async () => (await import('./membership.fr')).membership,
  ar: async () => (await import('./membership.ar')).membership,
});
