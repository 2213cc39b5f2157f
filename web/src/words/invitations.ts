// The words of `invitations.en.ts` in the language in use.
import { invitations as en, type InvitationsWords } from './invitations.en';
import { inLanguage } from './language';

export const invitations: InvitationsWords = await inLanguage<InvitationsWords>(en, {
  fr: async () => (await import('./invitations.fr')).invitations,
  ar: async () => (await import('./invitations.ar')).invitations,
});
