// The words for what two people changed at once. In French; the glossary is that of fr.ts.
import type { MergingWords } from './merging.en';

export const merging: MergingWords = {
  conflict: {
    title: 'Modifié pendant que vous écriviez', lead: 'Rien n’est perdu. Comparez votre version et la version actuelle.', yours: 'Votre version', theirs: 'Version actuelle', keepMine: 'Remplacer', keepTheirs: 'Garder l’actuelle', keptDraft: 'Votre version est enregistrée comme brouillon dans ce navigateur.', merged: 'Enregistré avec les modifications des autres.', taken: 'Modifié entre-temps. Vous voyez la version actuelle avec votre texte.',
  },
};
