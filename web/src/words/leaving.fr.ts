// Ce qui est demandé avant une déconnexion avec des messages non envoyés.
import { counted } from './counts.fr';
import type { LeavingWords } from './leaving.en';

export const leaving: LeavingWords = {
  unsent: (n) => counted(n, '# message n’est pas encore envoyé', '# messages ne sont pas encore envoyés'), unsentHelp: 'La déconnexion efface de ce navigateur tout ce que vous avez saisi sans l’envoyer. Attendez la connexion, ou copiez d’abord votre texte.', signOutAnyway: 'Se déconnecter et effacer', stay: 'Garder la session',
};
