// The words of `invitations.en.ts` in the language in use.
import { invitations as en } from './invitations.en';
import { inLanguage, type Catalogue } from './language';

export type InvitationsWords = Catalogue<typeof en>;
export const invitations: InvitationsWords = await inLanguage<InvitationsWords>(en, {
  fr: async () => (await import('./invitations.fr')).invitations,
  ar: async () => (await import('./invitations.ar')).invitations,
});
