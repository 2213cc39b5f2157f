// The words of the search page in French. Their glossary is that of fr.ts.
import { counted } from './counts.fr';
import type { SearchingWords } from './searching.en';

export const searching: SearchingWords = {
  title: 'Recherche', label: 'Rechercher dans cet espace', placeholder: 'Mots ou "expression"', go: 'Rechercher', older: 'Afficher les plus anciens',
  found: (n) => counted(n, '# résultat', '# résultats'),
  more: (n) => `et ${counted(n, '# autre endroit', '# autres endroits')} ici`,
  making: 'La recherche se prépare. Les résultats arrivent dans un instant.',
  nothing: 'Aucun résultat', nothingHelp: 'Essayez moins de mots. Ils doivent tous figurer dans le même message.',
  how: 'Aide sur la recherche', all: 'Toutes les conditions doivent être remplies. Vous ne trouvez que ce que vous pouvez lire. Le plus récent d’abord.',
  examples: [
    ['avis retrait', 'Les deux mots, sous toutes leurs formes : anglais, français, arabe'],
    ['"sous 24 heures"', 'Ces mots, l’un à côté de l’autre'],
    ['from:amina', 'Écrit par cette personne, cette organisation ou cette adresse'],
    ['list:coalition', 'Sur une liste, ou dans un suivi par son sigle'],
    ['after:2026-06 before:2026-09', 'À partir d’un jour, d’un mois ou d’une année, et avant un autre'],
    ['has:attachment', 'Les courriels avec pièces jointes'],
    ['mémo -projet', 'Sans ce mot. Le signe moins vaut aussi devant une expression, from:, list: et has:. Seul, il trouve tout le reste'],
  ],
};
