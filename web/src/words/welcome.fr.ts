import { counted } from './counts.fr';
import type { WelcomeWords } from './welcome.en';

export const welcome: WelcomeWords = {
  title: 'Guide de bienvenue', step: (n, all) => `Étape ${n} sur ${all}`, next: 'Suivant', back: 'Précédent', skip: 'Passer le guide', finish: 'Terminer', finished: 'Vous pouvez rouvrir le guide depuis le menu de votre compte.', open: 'Guide de bienvenue',
  card: 'Quatre courtes étapes : ce qu’est cet espace, qui lit quoi, vos courriels, et une chose à faire.', start: 'Commencer',
  place: 'Ce qu’est cet espace', placeHelp: (name) => `${name} est un espace de travail fermé. Seules les personnes invitées peuvent y lire.`, you: (role, organisation) => `Vous y participez au nom de ${organisation}, rôle : ${role}.`,
  parties: (civil, companies) => `${counted(civil, '# organisation de la société civile', '# organisations de la société civile')} et ${counted(companies, '# entreprise', '# entreprises')}`, roles: {
    CONVENOR: 'La coordination invite, ouvre des listes et des suivis, et décide des messages en attente.', MEMBER: 'Les membres écrivent sur les listes, ouvrent des dossiers et prévoient des actions.', LIAISON: 'Les points focaux publient les communications de leur entreprise et répondent aux demandes.', OBSERVER: 'Les personnes en observation lisent. Elles n’écrivent pas.',
  },
  who: 'Qui lit quoi', whoHelp: 'Chaque message, dossier et action indique qui peut le lire. Vous choisissez avant d’envoyer.', inside: 'Vous pouvez le lire', outside: 'Vous ne pouvez pas le lire', example: {
    EVERYONE: 'Toutes les organisations et entreprises.', CIVIL_SOCIETY: 'Les organisations de la société civile uniquement. Les entreprises ne le voient pas.', WITH: 'La société civile et une entreprise. Les autres entreprises ne le voient pas.', ONLY: 'L’entreprise seule, entre ses propres personnes.',
  },
  withOne: 'Société civile et une entreprise', ownCompany: 'Une entreprise uniquement',
  mail: 'Vos courriels', mailHelp: 'Les messages vous parviennent par courriel, et vous pouvez y répondre. Pour écrire un nouveau message, utilisez l’adresse d’une liste.', noLists: 'Il n’y a pas encore de liste.', mailSettings: 'Réglages du courriel', mailMore: 'Dans les réglages du courriel, vous choisissez la fréquence des envois et pouvez les suspendre.',
  act: 'Une chose à faire', acts: {
    CONVENOR: 'Invitez les personnes qui manquent encore.', MEMBER: 'Présentez-vous sur une liste.', LIAISON: 'Publiez une première communication de votre entreprise, ou répondez à ce qui lui est demandé.', OBSERVER: 'Voyez ce qui est nouveau.',
  }, does: { CONVENOR: 'Voir les personnes', MEMBER: 'Voir les listes', LIAISON: 'Voir les communications', OBSERVER: 'Voir les nouveautés' },
};
