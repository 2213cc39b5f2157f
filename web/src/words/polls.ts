// The words of polls in the language in use.
import { inLanguage } from './language';
import { polls as en, type PollsWords } from './polls.en';

export const polls: PollsWords = await inLanguage<PollsWords>(en, {
  fr: async () => (await import('./polls.fr')).polls,
  ar: async () => (await import('./polls.ar')).polls,
});
