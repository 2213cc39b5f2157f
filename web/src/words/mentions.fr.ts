// Les mots des mentions, en français.
import { counted } from './counts.fr';
import type { MentionsWords } from './mentions.en';

export const mentions: MentionsWords = {
  pick: 'Personnes, organisations et groupes à mentionner', found: (n) => counted(n, '# proposition', '# propositions'),
  groups: { EVERYONE: 'tout le monde', CIVIL_SOCIETY: 'société civile' }, groupHelp: { EVERYONE: 'Toute personne qui lit ceci', CIVIL_SOCIETY: 'La société civile, parmi les personnes qui lisent ceci' },
  outside: (names) => `${names} : hors de la visibilité. Écrivez le nom sans @, ou partagez ceci avec plus de personnes.`,
  waiting: 'Questions qui vous sont posées', dismiss: 'Retirer', dismissOf: (title) => `Retirer : ${title}`,
  everyone: 'Toute personne qui peut lire ce message reçoit une notification.', civil: 'La société civile reçoit une notification, parmi les personnes qui peuvent lire ce message.', organisation: 'Les personnes de cette organisation qui peuvent lire ce message reçoivent une notification.', writeTo: 'Écrire un message', open: 'Ouvrir la page de l’organisation',
};
