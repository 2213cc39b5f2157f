// The words of the search page in French. Their glossary is that of fr.ts.
import { counted } from './counts.fr';
import type { SearchingWords } from './searching.en';

export const searching: SearchingWords = {
  title: 'Recherche', label: 'Que cherchez-vous ?', placeholder: 'Des mots, ou "une expression"', go: 'Chercher', older: 'Afficher les plus anciens',
  found: (n) => `Trouvé dans ${counted(n, '# conversation', '# conversations')}`,
  more: (n) => `et ${counted(n, '# autre endroit', '# autres endroits')} ici`,
  making: 'La recherche se prépare dans cet espace. La réponse vient dès que rien n’y manque.',
  nothing: 'Rien de ce que vous pouvez lire ici ne dit cela.', nothingHelp: 'Essayez moins de mots, ou une autre forme. Tout ce que vous écrivez doit se trouver dans un même message.',
  how: 'Ce que vous pouvez demander', all: 'Tout doit être vrai à la fois. La recherche trouve ce que vous pouvez lire, et rien d’autre ; le plus récent d’abord.',
  examples: [
    ['avis retrait', 'Les deux mots, sous toutes leurs formes : anglais, français, arabe'],
    ['"sous 24 heures"', 'Ces mots, l’un à côté de l’autre'],
    ['from:amina', 'Ce que quelqu’un a écrit, par nom, organisation ou adresse'],
    ['list:coalition', 'Sur une liste, ou dans un suivi par son sigle'],
    ['after:2026-06 before:2026-09', 'À partir d’un jour, d’un mois ou d’une année, et avant un autre'],
    ['has:attachment', 'Les courriels avec pièces jointes'],
    ['mémo -projet', 'Sans un mot. Le signe moins se met aussi devant une expression, from:, list: et has: ; seul, il demande tout le reste'],
  ],
};
