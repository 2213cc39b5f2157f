// The words for drafts on several devices. In the language in use.
import { inLanguage } from './language';
import { ownDrafts as en, type OwnDraftWords } from './ownDrafts.en';

export const ownDrafts: OwnDraftWords = await inLanguage<OwnDraftWords>(en, {
  fr: async () => (await import('./ownDrafts.fr')).ownDrafts,
  ar: async () => (await import('./ownDrafts.ar')).ownDrafts,
});
