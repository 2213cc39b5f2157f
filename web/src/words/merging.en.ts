// The words for what two people changed at once.
import type { Catalogue } from './language';

export const merging = {
  conflict: {
    title: 'Someone changed this meanwhile', lead: 'Nothing is lost: here is your version and the one that stands now.', yours: 'Your version', theirs: 'Stands now', keepMine: 'Save mine over it', keepTheirs: 'Keep what stands', keptDraft: 'Your version is kept as a draft in this browser.', merged: 'Saved together with what others changed meanwhile.', taken: 'It was changed meanwhile. You see it as it is now, with what you wrote.',
  },
};

export type MergingWords = Catalogue<typeof merging>;
