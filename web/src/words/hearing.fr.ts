import { counted } from './counts.fr';
import type { HearingWords } from './hearing.en';

export const hearing: HearingWords = {
  title: 'Réglages des notifications', help: 'Chaque type vous parvient d’une seule façon : rien n’arrive deux fois. La page Activité montre toujours tout.',
  burst: (minutes) => `Plusieurs événements sur un même élément en l’espace de ${minutes} arrivent en un seul courriel. Les décisions qui vous attendent sont envoyées sans délai.`, minutes: (n) => counted(n, 'une minute', '# minutes'),
  mailOff: 'Les notifications par courriel sont désactivées plus haut. Elles n’apparaissent qu’ici.',
  kinds: { DECISION: 'Décisions qui vous attendent', MENTIONED: 'Mentions', ASSIGNED: 'Ce qui vous est confié', NAMED: 'Messages adressés nommément', REQUEST: 'Questions à votre organisation', REPLY: 'Réponses à vos messages', FOLLOWED: 'Éléments auxquels vous participez ou que vous suivez', NEW: 'Nouveautés', CARE: 'Courriels non distribués d’un membre' },
  kindHelp: { DECISION: 'Messages en attente, et question de savoir si vous en avez écrit un. Toujours sans délai : quelqu’un attend.', MENTIONED: 'Votre nom, votre organisation ou un groupe dont vous faites partie après un @. Envoi sans délai, même pour les listes reçues en récapitulatif.', ASSIGNED: 'Dossiers qui vous sont confiés, actions dont vous êtes responsable, demandes à votre charge.', NAMED: 'Éléments que seules quelques personnes désignées peuvent lire.', REQUEST: 'Questions à votre entreprise.', REPLY: 'Réponses à vos messages et à ce que vous avez ouvert.', FOLLOWED: 'Actualité d’un élément après votre message ou votre choix de le suivre.', NEW: 'Nouveaux dossiers, communications et actions que vous pouvez lire. Jamais dans les notifications.', CARE: 'Pour la coordination.' },
  ways: { AT_ONCE: 'Courriel, en quelques minutes', DIGEST: 'Courriel, chaque matin', WEB: 'Ici uniquement', MUTE: 'Désactivé' },
  weekly: 'Courriel hebdomadaire, le lundi matin', weeklyHelp: 'Dans votre fuseau horaire, sur les sept jours précédents, dans la limite de ce que vous pouvez lire. Aucun courriel n’est envoyé pour une semaine sans activité.',
  weeklies: { UPDATES: 'Communications, par entreprise', ACTIVITY: 'Activité, par organisation' },
  preview: 'Aperçu', previewOf: (letter) => `Aperçu : ${letter}`, previewHelp: 'Le courriel tel qu’il serait maintenant, sur les sept derniers jours. Rien n’est envoyé.', previewNothing: 'Aucune activité que vous puissiez lire ces sept derniers jours : aucun courriel ne serait envoyé.', previewNext: (when) => `Prochain courriel : ${when}.`,
  thing: 'Notifications à ce sujet', wishes: { USUAL: 'Notifications par défaut', FOLLOW: 'Suivre', MUTE: 'Mettre en sourdine' },
  wished: { USUAL: 'Notifications par défaut.', FOLLOW: 'Suivi : vous en recevez toute l’actualité.', MUTE: 'En sourdine : vous ne recevez que ce qui vous est adressé personnellement.' },
};
