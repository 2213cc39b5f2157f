// The words of edits and deletions of messages. In the language in use.
import { inLanguage } from './language';
import { revisions as en, type RevisionWords } from './revisions.en';

export const revisions: RevisionWords = await inLanguage<RevisionWords>(en, {
  fr: async () => (await import('./revisions.fr')).revisions,
  ar: async () => (await import('./revisions.ar')).revisions,
});
