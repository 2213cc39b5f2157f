// Edits and deletions of messages, in French.
import { counted } from './counts.fr';
import type { RevisionWords } from './revisions.en';

export const revisions: RevisionWords = {
  edit: 'Modifier le message', delete: 'Supprimer le message', message: 'Message', edited: 'Modifié', history: 'Textes précédents',
  historyHelp: 'Vous voyez les textes que vous pouviez lire au moment de leur remplacement.', current: 'Texte actuel', numbered: (n) => `Texte ${n}`, first: 'Premier texte',
  emailed: (n) => counted(n, '# personne a reçu ce texte par courriel.', '# personnes ont reçu ce texte par courriel.'),
  by: { AUTHOR: 'Message supprimé par {actor} (rédaction)', CONVENOR: 'Message supprimé par {actor} (coordination)' },
  deleting: {
    title: 'Supprimer ce message\u00a0?', help: 'Plus personne ne pourra lire son texte ni ses fichiers, ni voir ses réactions. Les réponses restent. Vous pouvez annuler pendant 60 secondes.',
    reason: 'Motif (facultatif)', copies: (n) => counted(n, '# personne l’a reçu par courriel. Cette copie ne peut pas être rappelée.', '# personnes l’ont reçu par courriel. Ces copies ne peuvent pas être rappelées.'),
    quotes: 'Ces textes le citent et ne sont pas modifiés', quote: (name) => `Message de ${name}`, done: 'Message supprimé.', undone: 'Message rétabli.',
  },
};
