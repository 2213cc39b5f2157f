import { counted } from './counts.fr';
import type { TemplatesWords } from './templates.en';

export const templates: TemplatesWords = {
  title: 'Partir d’un modèle', help: 'Un modèle crée des listes, un suivi, une liste de tâches et des actions prévues. Vous voyez tout avant.', show: 'Voir les modèles', choose: 'Modèle', none: 'Partir de zéro',
  language: 'Langue des noms', kinds: { list: 'Liste', tracker: 'Suivi', issue: 'Liste de tâches', action: 'Action' },
  creates: 'Éléments qui seront créés', create: (n) => counted(n, 'Créer # élément', 'Créer # éléments'), creating: (done, all) => `Création : ${done} sur ${all}…`,
  made: 'Créé', waits: 'En attente', failed: 'Non créé', again: 'Réessayer le reste', done: 'Tout a été créé.', invite: 'Inviter des personnes', undo: 'Vous pourrez modifier les noms, annuler les actions et clore la liste de tâches. Les listes et les suivis gardent leur adresse.',
};
