// The words for undoing a send and for changing who reads. In French; the glossary is that of fr.ts.
import { amount, counted, people } from './counts.fr';
import type { SharingWords } from './sharing.en';

export const sharing: SharingWords = {
  takeBack: {
    closed: 'Annulé : la visibilité est celle d’avant.', closedTitle: 'Partage annulé', closedMailed: (names) => `La visibilité est celle d’avant. Le message avait déjà été envoyé par courriel à ${names} ; ces copies ne peuvent pas être rappelées.`, none: 'Pas encore envoyé par courriel. Si vous annulez maintenant, personne ne le reçoit.', held: (n) => counted(n, '# personne a déjà reçu le courriel. Il ne peut pas être rappelé.', '# personnes ont déjà reçu le courriel. Il ne peut pas être rappelé.'),
    copies: (left, all) => (left === 0 ? counted(all, 'Le courriel n’est pas encore envoyé et peut être annulé.', 'Courriels : aucun des # n’est encore envoyé. Tous peuvent être annulés.') : left === all ? counted(all, 'Le courriel est envoyé.', 'Courriels : # sur # sont envoyés.') : counted(left, `Courriels : # sur ${all} est envoyé. Les autres peuvent être annulés.`, `Courriels : # sur ${all} sont envoyés. Les autres peuvent être annulés.`)),
    offer: 'Annuler l’envoi', left: (seconds) => amount(seconds, 'second'), help: 'Vous serez la seule personne à pouvoir le lire. Les courriels pas encore envoyés sont annulés.', offered: 'Publié. Vous pouvez annuler l’envoi pendant 60 secondes.',
    done: 'Envoi annulé. Vous êtes la seule personne à pouvoir le lire.', title: 'Envoi annulé', mailed: (names) => `Vous êtes la seule personne à pouvoir le lire. Il avait déjà été envoyé par courriel à ${names} ; ces copies ne peuvent pas être rappelées.`,
  },
  changeAudience: {
    opened: (n) => counted(n, '# personne de plus peut le lire maintenant.', '# personnes de plus peuvent le lire maintenant.'),
    open: 'Changer la visibilité…', release: 'Partager ce message…', title: 'Changer la visibilité', to: 'À partir de maintenant', choose: 'Choisir la visibilité',
    help: 'Vous verrez d’abord un aperçu. Si les personnes ou le texte changent entre-temps, rien n’est fait.',
    gains: 'Pourront le lire :', loses: 'Ne pourront plus le lire :', opens: 'Ces personnes peuvent lire le texte actuel et tous les nouveaux messages.',
    closed: 'Les messages antérieurs leur restent masqués jusqu’à ce que leurs auteurs et autrices les partagent :',
    answers: (n) => counted(n, '# réponse reste inchangée et peut le citer.', '# réponses restent inchangées et peuvent le citer.'),
    received: 'Déjà envoyé par courriel à', mailStays: 'Les courriels déjà remis ne peuvent pas être rappelés.',
    named: 'Personnes désignées', narrower: (n, all) => counted(n, `# personne sur ${all} dans ce fil peut lire ce message.`, `# personnes sur ${all} dans ce fil peuvent lire ce message.`, `# de personnes sur ${all} dans ce fil peuvent lire ce message.`),
    does: { WIDEN: (n) => `Partager avec ${people(n)} de plus`, RELEASE: (n) => `Partager avec ${people(n)} de plus`, NARROW: (n) => `Masquer à ${people(n)}` },
  },
};
