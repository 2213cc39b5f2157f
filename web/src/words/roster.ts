// The words of `roster.en.ts` in the language in use.
import { roster as en, type RosterWords } from './roster.en';
import { inLanguage } from './language';

export const roster: RosterWords = await inLanguage<RosterWords>(en, {
  fr: async () => (await import('./roster.fr')).roster,
  ar: async () => (await import('./roster.ar')).roster,
});
