import { counted } from './counts.fr';
import type { InvitationsWords } from './invitations.en';

const DO: Record<string, string> = {
  DEAD_ADDRESS: 'Cette boîte n’existe pas. Corrigez l’adresse et renvoyez l’invitation.',
  DISABLED: 'Sa boîte est désactivée. Demandez-lui d’y remédier, ou prenez une autre adresse, puis renvoyez l’invitation.',
  FULL: 'Sa boîte est pleine. Demandez-lui de la vider, ou prenez une autre adresse, puis renvoyez l’invitation.',
  SPAM: 'Demandez-lui d’accepter les courriels de ce serveur, ou prenez une autre adresse.',
  POLICY: 'Demandez-lui d’accepter les courriels de ce serveur, ou prenez une autre adresse.',
};
export const invitations: InvitationsWords = {
  sent: 'acceptée par son serveur de courriel', waiting: 'en cours d’envoi', retrying: 'nouvel essai en cours',
  refused: (why, said) => `Son serveur de courriel l’a rejetée : ${why}${said ? ` (${said})` : ''}.`,
  returned: (why, said) => `Elle n’a pas été distribuée : ${why}${said ? ` (${said})` : ''}.`,
  givenUp: 'Son serveur de courriel ne l’a pas acceptée pendant cinq jours.',
  toDo: (reason) => DO[reason] ?? 'Vérifiez l’adresse, ou prenez-en une autre, et renvoyez l’invitation.',
  anew: 'Corriger et renvoyer', anewTitle: 'Renvoyer l’invitation', anewHelp: 'Le lien du courriel non distribué n’est plus valable. Le nouveau courriel a le sien.',
  show: 'Afficher', filters: { ALL: 'Toutes en cours', UNOPENED: 'Pas encore ouvertes', OPENED: 'Ouvertes, non acceptées', BOUNCED: 'Non distribuées', LINK: 'Transmises par lien', PAST: 'Acceptées ou expirées' },
  none: 'Aucune invitation de ce type.', empty: 'Aucune invitation en cours. Invitez une personne, ou plusieurs à partir d’un tableau.',
  sentOn: (when) => `envoyée ${when}`, linkOn: (when) => `lien créé ${when}`, opened: (when) => `ouverte ${when}`, unopened: 'pas encore ouverte', accepted: (when) => `acceptée ${when}`, expired: (when) => `expirée ${when}`,
  reminders: (n, when) => `${counted(n, '# rappel', '# rappels')} (${when})`, next: (when) => `prochain rappel ${when}`, noReminders: 'sans rappel automatique',
  remind: 'Rappeler', remindTo: (address) => `Rappeler l’invitation à ${address}`, reminded: (address) => `Rappel envoyé à ${address}.`, tooSoon: 'Le dernier courriel date de moins d’un jour.',
  more: (address) => `Autres actions pour ${address}`, renew: 'Envoyer un nouveau lien', renewed: (address) => `Nouveau lien envoyé à ${address}. L’ancien n’est plus valable.`,
  link: 'Créer un lien à transmettre', linkTitle: 'Lien à transmettre', linkHelp: 'Il ne sert qu’avec l’adresse invitée : la personne s’y connecte d’abord. Les liens précédents de cette invitation ne sont plus valables. Le lien ne s’affichera plus.', copy: 'Copier le lien', copied: 'Lien copié.',
  off: 'Arrêter les rappels', on: 'Envoyer des rappels', stopped: 'Rappels arrêtés.', started: 'Des rappels seront envoyés.',
  select: (address) => `Sélectionner ${address}`, all: 'Tout sélectionner', selected: (n) => counted(n, '# sélectionnée', '# sélectionnées'), remindAll: 'Rappeler la sélection', revokeAll: 'Annuler la sélection', clear: 'Effacer la sélection',
  sureTitle: (n) => counted(n, 'Annuler # invitation ?', 'Annuler # invitations ?'), sure: 'Leurs liens ne seront plus valables. Vous pourrez réinviter les mêmes personnes.',
  remindedAll: (done, left) => `${counted(done, '# rappel envoyé', '# rappels envoyés')}${left > 0 ? `, ${counted(left, '# non envoyé : rappel de moins d’un jour, ou limite atteinte', '# non envoyés : rappel de moins d’un jour, ou limite atteinte')}` : ''}.`, revokedAll: (n) => counted(n, '# invitation annulée.', '# invitations annulées.'),
  way: 'Mode d’envoi', ways: { EMAIL: 'Par courriel', LINK: 'Par un lien à transmettre' }, wayHelp: 'La personne se connecte avec l’adresse invitée avant de rejoindre l’espace.',
  auto: 'Envoyer des rappels', autoHelp: 'Après 3 jours et 2 jours avant la fin de l’invitation, tant qu’elle n’est pas acceptée.', make: 'Créer le lien',
  passedOn: 'Ce lien vous a été transmis. Connectez-vous avec l’adresse invitée pour continuer ; Caucus vous envoie un code par courriel.', signIn: 'Se connecter avec cette adresse', seen: 'La coordination voit quand cette page a été ouverte pour la première fois.',
  anewTo: (address) => `Corriger et renvoyer : ${address}`,
};
