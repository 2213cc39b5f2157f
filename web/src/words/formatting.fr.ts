// The words about how a text is laid out in French. Their glossary is that of fr.ts.
import type { FormattingWords } from './formatting.en';

export const formatting: FormattingWords = {
  code: 'Code informatique', hint: 'Mise en forme',
  preview: 'Aperçu', previewOf: 'Aperçu du texte', nothing: 'Aucun texte pour l’instant.', table: 'Tableau', done: 'Fait', open: 'À faire',
  beyond: 'Ce texte est trop long ou trop complexe pour être mis en forme ici. Il est affiché tel qu’écrit, en entier.',
};
