// The words for undoing a send and for changing who reads. In French; the glossary is that of fr.ts.
import { amount, counted, people } from './counts.fr';
import type { SharingWords } from './sharing.en';

export const sharing: SharingWords = {
  takeBack: {
    closed: 'Refermé : les lecteurs sont ceux d’avant.', closedTitle: 'Refermé', closedMailed: (names) => `Les lecteurs sont ceux d’avant. Un courriel était déjà parti à ${names} ; il ne revient pas.`, none: 'Personne ne l’a encore par courriel : repris maintenant, personne ne le reçoit.', held: (n) => counted(n, '# personne l’a par courriel ; cela ne revient pas.', '# personnes l’ont par courriel ; cela ne revient pas.'),
    copies: (left, all) => (left === 0 ? counted(all, 'La copie par courriel n’est pas partie ; elle peut être arrêtée.', 'Copies par courriel : aucune des # n’est partie ; toutes peuvent être arrêtées.') : left === all ? counted(all, 'La copie par courriel est partie.', 'Copies par courriel : # sur # sont parties.') : counted(left, `Copies par courriel : # sur ${all} est partie ; les autres peuvent être arrêtées.`, `Copies par courriel : # sur ${all} sont parties ; les autres peuvent être arrêtées.`)),
    offer: 'Retirer', left: (seconds) => amount(seconds, 'second', 'narrow'), help: 'Le fermer à tout le monde sauf vous. Les courriels qui ne sont pas encore partis sont arrêtés.', offered: 'Publié. Vous avez 60 secondes pour le retirer.',
    done: 'Retiré : vous êtes désormais la seule personne à pouvoir le lire.', title: 'Retiré', mailed: (names) => `Vous êtes désormais la seule personne à pouvoir le lire. Il était déjà parti par courriel à ${names} : ces courriels ne reviennent pas.`,
  },
  changeAudience: {
    opened: (n) => counted(n, '# personne de plus peut le lire maintenant.', '# personnes de plus peuvent le lire maintenant.'),
    open: 'Élargir ou restreindre…', release: 'Ouvrir…', title: 'Changer qui lit ceci', to: 'À partir de maintenant', choose: 'Choisir qui lira ceci',
    help: 'Vous voyez ce qui changerait avant que cela change. Si quelqu’un arrive ou part, ou si le texte est modifié entre-temps, rien n’est fait.',
    gains: 'Ces personnes le liront :', loses: 'Ces personnes ne le liront plus :', opens: 'Elles lisent ce qu’il dit maintenant, et ce qui sera dit à partir de maintenant.',
    closed: 'Les messages antérieurs leur restent fermés tant que leurs auteurs et autrices ne les ouvrent pas :',
    answers: (n) => counted(n, '# réponse reste telle quelle, et peut le citer.', '# réponses restent telles quelles, et peuvent le citer.'),
    received: 'Déjà envoyé par courriel à', mailStays: 'Ce qui est parti vers une boîte aux lettres ne revient pas.',
    named: 'Personnes désignées', narrower: (n, all) => counted(n, `Sur les ${all} personnes qui lisent cet échange, # peut lire ce message.`, `Sur les ${all} personnes qui lisent cet échange, # peuvent lire ce message.`, `Sur les ${all} personnes qui lisent cet échange, # peuvent lire ce message.`),
    does: {
      WIDEN: (n) => `Faire lire à ${people(n)} de plus`, RELEASE: (n) => `Ouvrir à ${people(n)} de plus`, NARROW: (n) => `Fermer à ${people(n)}`,
    },
  },
};
