// The words of `conversations.en.ts` in the language in use; they come with the pages that show conversations.
import { conversations as en, type ConversationWords } from './conversations.en';
import { inLanguage } from './language';

export const conversations: ConversationWords = await inLanguage<ConversationWords>(en, {
  fr: async () => (await import('./conversations.fr')).conversations,
  ar: async () => (await import('./conversations.ar')).conversations,
});
