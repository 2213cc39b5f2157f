// The words of `roster.en.ts` in the language in use.
import { roster as en } from './roster.en';
import { inLanguage, type Catalogue } from './language';

export type RosterWords = Catalogue<typeof en>;
export const roster: RosterWords = await inLanguage<RosterWords>(en, {
  fr: async () => (await import('./roster.fr')).roster,
  ar: async () => (await import('./roster.ar')).roster,
});
