// The words of mentions in the language in use; they come when the first mention is written, shown or asked.
import { inLanguage } from './language';
import { mentions as en, type MentionsWords } from './mentions.en';

export const mentions: MentionsWords = await inLanguage<MentionsWords>(en, {
  fr: async () => (await import('./mentions.fr')).mentions,
  ar: async () => (await import('./mentions.ar')).mentions,
});
