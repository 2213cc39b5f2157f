// The words of `membership.en.ts` in the language in use.
import { membership as en } from './membership.en';
import { inLanguage, type Catalogue } from './language';

export type MembershipWords = Catalogue<typeof en>;
export const membership: MembershipWords = await inLanguage<MembershipWords>(en, {
  fr: async () => (await import('./membership.fr')).membership,
  ar: async () => (await import('./membership.ar')).membership,
});
