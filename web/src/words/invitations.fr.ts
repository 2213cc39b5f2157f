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
  anewTo: (address) => `Corriger et renvoyer : ${address}`,
};
