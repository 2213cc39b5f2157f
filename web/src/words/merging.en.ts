// The words for what two people changed at once.
import type { Catalogue } from './language';

export const merging = {
  conflict: {
    title: 'Someone changed this while you were writing', lead: 'Nothing is lost. Compare your version with the current one.', yours: 'Your version', theirs: 'Current version', keepMine: 'Replace with mine', keepTheirs: 'Keep current version', keptDraft: 'Your version is saved as a draft in this browser.', merged: 'Saved with the changes of others.', taken: 'Someone changed this in the meantime. You see the current version with your text.',
  },
};

export type MergingWords = Catalogue<typeof merging>;
