// The words of several acts that stand in one line, in French.
import { counted } from './counts.fr';
import type { TogetherWords } from './together.en';

export const together: TogetherWords = {
  many: {
    'issue.opened': (n: number) => counted(n, '{actor} a ouvert # dossier', '{actor} a ouvert # dossiers'),
    'issue.edited': (n: number) => counted(n, '{actor} a modifié # dossier', '{actor} a modifié # dossiers'),
    'issue.closed': (n: number) => counted(n, '{actor} a clos # dossier', '{actor} a clos # dossiers'),
    'issue.reopened': (n: number) => counted(n, '{actor} a rouvert # dossier', '{actor} a rouvert # dossiers'),
    'invitation.sent': (n: number) => counted(n, '{actor} a invité # personne', '{actor} a invité # personnes'),
  },
  undone: '{actor} a modifié {item} puis annulé la modification',
  undoneMany: (n: number) => counted(n, '{actor} a modifié # dossier puis annulé la modification', '{actor} a modifié # dossiers puis annulé la modification'),
  all: (n: number) => counted(n, 'Tout afficher (#)', 'Tout afficher (#)'),
  fewer: 'Afficher moins',
};
