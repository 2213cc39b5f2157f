// The words of what helps people to write in French. Their glossary is that of fr.ts.
import { counted } from './counts.fr';
import type { ComposingWords } from './composing.en';

export const composing: ComposingWords = {
  toolbar: 'Mise en forme', linkText: 'texte', column: (n) => `Colonne ${n}`,
  tools: { heading: 'Titre', commands: 'Commandes (/)', bold: 'Gras', italic: 'Italique', link: 'Lien', list: 'Liste', numbers: 'Liste numérotée', tasks: 'Liste de tâches', quote: 'Citation', code: 'Code informatique', table: 'Tableau' },
  pictures: {
    ask: (name) => `Ce que montre ${name} (facultatif)`, example: 'Par exemple : des membres autour de la table, dans la salle',
    help: 'Les lecteurs d’écran lisent ces mots. Ils partent avec le message et se retrouvent par la recherche.',
    count: (n, most) => `${n} caractères sur ${most}`,
  },
  signs: 'Émojis', blocks: 'Commandes', puts: { mention: 'Mentionner quelqu’un', file: 'Image ou fichier', date: 'Date' }, found: (n) => counted(n, '# proposition', '# propositions'),
  copied: 'Le texte a été copié dans ce formulaire. Votre message reste à sa place, non envoyé.',
  plain: 'La mise en forme est trop longue ou trop complexe pour être conservée. Le texte a été collé sans mise en forme.',
  full: 'Le texte a atteint sa limite. Rien n’a été modifié. Raccourcissez d’abord le texte.',
};
