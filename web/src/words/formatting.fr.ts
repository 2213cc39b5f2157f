// The words about how a text is laid out in French. Their glossary is that of fr.ts.
import type { FormattingWords } from './formatting.en';

export const formatting: FormattingWords = {
  bold: 'gras', italic: 'italique', list: 'liste', task: 'tâche', quote: 'citation', code: 'Code', codeSign: 'code', link: 'lien', hint: 'Comment mettre en forme',
  preview: 'Aperçu', previewOf: 'Aperçu du texte', nothing: 'Rien d’écrit pour l’instant.', table: 'Tableau', done: 'Fait', open: 'À faire',
  beyond: 'Ce texte est trop long, ou contient trop d’éléments, pour être mis en forme ici. Il est affiché tel qu’il a été écrit, sans rien omettre.',
};
