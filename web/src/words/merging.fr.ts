// The words for what two people changed at once. In French; the glossary is that of fr.ts.
import type { MergingWords } from './merging.en';

export const merging: MergingWords = {
  conflict: {
    title: 'Quelqu’un a modifié ceci entre-temps', lead: 'Rien n’est perdu : voici votre version et celle en place.', yours: 'Votre version', theirs: 'Version en place', keepMine: 'Enregistrer la mienne', keepTheirs: 'Garder celle en place', keptDraft: 'Votre version est gardée comme brouillon dans ce navigateur.', merged: 'Enregistré avec ce que d’autres ont modifié entre-temps.', taken: 'Modifié entre-temps. Vous le voyez tel qu’il est maintenant, avec ce que vous avez écrit.',
  },
};
