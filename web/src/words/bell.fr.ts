// The words of the bell's panel in French. Their glossary is that of fr.ts.
import { counted } from './counts.fr';
import type { BellWords } from './bell.en';

export const bell: BellWords = {
  title: 'Notifications', help: 'Vos tâches, les réponses qui vous sont faites, les messages qui vous nomment et l’actualité de ce que vous suivez. Personne d’autre ne voit lesquelles sont lues.',
  all: 'Tout marquer comme lu', allDone: 'Tout est marqué comme lu.', back: 'Annuler : marquer comme non lues', read: 'Marquer comme lu', unread: 'Marquer comme non lu', isUnread: 'Non lu', settings: 'Réglages des notifications',
  readOf: (what) => `Marquer comme lu : ${what}`, unreadOf: (what) => `Marquer comme non lu : ${what}`,
  empty: 'Aucune notification', emptyHelp: 'Vous en recevez une quand quelqu’un vous confie un dossier, vous répond, vous nomme ou interroge votre organisation. Participez à un fil ou à un dossier pour en suivre l’actualité.', emptyAct: 'Voir toute l’activité',
  more: (n) => counted(n, '# notification plus ancienne figure dans l’activité.', '# notifications plus anciennes figurent dans l’activité.'),
  why: { DECISION: 'attend votre décision', MENTIONED: 'vous mentionne', ASSIGNED: 'vous est confié', NAMED: 'vous est adressé', REQUEST: 'interroge votre organisation', REPLY: 'vous répond', FOLLOWED: 'vous y participez', NEW: 'nouveau', CARE: 'les courriels d’un membre' },
};
