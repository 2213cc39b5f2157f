// The words of the bell's panel in French. Their glossary is that of fr.ts.
import { counted } from './counts.fr';
import type { BellWords } from './bell.en';

export const bell: BellWords = {
  title: 'Ce qui vous concerne', help: 'Ce que vous avez à faire, ce qui vous a été dit nommément, les réponses qui vous sont faites, et ce à quoi vous avez pris part. Personne d’autre ne voit ce que vous en avez lu.',
  all: 'Tout marquer comme lu', allDone: 'Tout est marqué comme lu.', back: 'Défaire : de nouveau non lu', read: 'Marquer comme lu', unread: 'Marquer comme non lu', isUnread: 'Non lu', settings: 'Choisir ce qui arrive par courriel',
  readOf: (what) => `Marquer comme lu : ${what}`, unreadOf: (what) => `Marquer comme non lu : ${what}`,
  empty: 'Rien ne vous appelle pour l’instant', emptyHelp: 'Quand quelqu’un vous confie quelque chose, vous nomme, vous répond ou sollicite votre organisation, c’est ici. Prenez part à une conversation ou à un dossier pour savoir ce qui s’y passe.', emptyAct: 'Voir toute l’activité',
  more: (n) => counted(n, '# élément plus ancien se trouve dans l’activité.', '# éléments plus anciens se trouvent dans l’activité.'),
  why: {
    DECISION: 'attend votre décision', ASSIGNED: 'à vous de le faire', NAMED: 'vous nomme', REQUEST: 'sollicite votre organisation', REPLY: 'vous répond',
    FOLLOWED: 'vous y prenez part', NEW: 'nouveau', CARE: 'les courriels d’un membre',
  },
};
