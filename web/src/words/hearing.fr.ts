import { counted } from './counts.fr';
import type { HearingWords } from './hearing.en';

export const hearing: HearingWords = {
  title: 'Ce dont vous êtes informé, et comment', help: 'Chaque sorte arrive d’une seule façon, rien n’arrive donc deux fois. Tout reste dans l’activité, quel que soit votre choix.',
  burst: (minutes) => `Ce qui arrive à une même chose en l’espace de ${minutes} vient dans un seul courriel, une fois ce délai écoulé. Ce qui attend votre décision n’attend pas.`, minutes: (n) => counted(n, 'une minute', '# minutes'),
  mailOff: 'Les avis par courriel sont désactivés plus haut : ce qui viendrait par courriel ne se signale qu’ici.',
  kinds: { DECISION: 'Cela attend votre décision', ASSIGNED: 'C’est à vous de le faire', NAMED: 'C’est adressé à vous nommément', REQUEST: 'On demande quelque chose à votre organisation', REPLY: 'On vous répond', FOLLOWED: 'Vous y prenez part, ou le suivez', NEW: 'C’est nouveau', CARE: 'Le courriel d’un membre n’arrive pas' },
  kindHelp: { DECISION: 'Les courriels retenus, et la question de savoir si vous en avez écrit un. Toujours aussitôt : quelqu’un attend.', ASSIGNED: 'Dossiers qui vous sont confiés, actions dont vous êtes responsable, demandes que vous gardez.', NAMED: 'Ce que seules quelques personnes nommées peuvent lire.', REQUEST: 'Les questions à votre entreprise.', REPLY: 'Les réponses à ce que vous avez dit ou ouvert.', FOLLOWED: 'Ce qui arrive à une chose après que vous y avez parlé ou choisi de la suivre.', NEW: 'Nouveaux dossiers, nouvelles et actions que vous pouvez lire. Ils ne sonnent jamais.', CARE: 'Pour la coordination.' },
  ways: { AT_ONCE: 'Courriel, en quelques minutes', DIGEST: 'Courriel, chaque matin', WEB: 'Seulement ici', MUTE: 'Pas du tout' },
  weekly: 'Une fois par semaine, le lundi matin', weeklyHelp: 'Dans votre fuseau horaire, sur les sept jours précédents, dans la mesure où vous pouvez le lire à ce moment. Rien n’arrive d’une semaine où rien ne s’est passé.',
  weeklies: { UPDATES: 'Ce que les entreprises ont dit, entreprise par entreprise', ACTIVITY: 'Ce qui a été fait, organisation par organisation' },
  preview: 'Voir aujourd’hui', previewOf: (letter) => `Voir aujourd’hui : ${letter}`, previewHelp: 'Tel qu’il viendrait s’il partait maintenant, sur les sept derniers jours. Rien n’est envoyé.', previewNothing: 'Rien de ce que vous pouvez lire ne s’est passé ces sept derniers jours : aucun courriel ne viendrait.', previewNext: (when) => `Le prochain partirait le ${when}.`,
  thing: 'Avis à ce sujet', wishes: { USUAL: 'Avis habituels', FOLLOW: 'Suivre', MUTE: 'Silence' },
  wished: { USUAL: 'Vous en êtes informé comme du reste.', FOLLOW: 'Vous êtes informé de tout ce qui s’y passe.', MUTE: 'Vous n’en êtes plus informé, sauf de ce qui vous est dit en particulier.' },
};
