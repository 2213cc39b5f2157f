// The words for drafts on several devices.
import type { Catalogue } from './language';

export const ownDrafts = {
  title: 'You have another version of this on another device',
  lead: (when: string) => `Last changed there: ${when}. Both versions are kept until you choose.`,
  readers: (audience: string) => `Audience there: ${audience}`,
  useTheirs: 'Use the other version', useBoth: 'Put the other below mine', useMine: 'Keep only mine',
  gone: 'This text was sent or deleted on another device. Your copy is still here.',
};

export type OwnDraftWords = Catalogue<typeof ownDrafts>;
