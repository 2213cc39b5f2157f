// The words of the timeline, in French.
import { counted } from './counts.fr';
import type { TimelineWords } from './timeline.en';

export const timeline: TimelineWords = {
  title: 'Calendrier général', help: 'Échéances des dossiers et dates des actions que vous pouvez lire, mois par mois.', print: 'Imprimer',
  byAudience: 'Filtrer par visibilité', anyAudience: 'Toutes les visibilités', earlier: (n) => counted(n, 'Afficher # date antérieure', 'Afficher # dates antérieures'), fromNow: 'Afficher à partir de ce mois',
  due: 'Échéance d’un dossier', begins: 'Action', over: 'Terminé', late: 'En retard',
  empty: 'Aucune date à partir de ce mois', emptyHelp: 'Les dossiers avec une échéance et les actions avec une heure apparaissent ici.', noneOf: 'Aucune date pour cette visibilité',
};
