// Conversations between named people, in French.
import type { ConversationWords } from './conversations.en';
import { counted } from './counts.fr';

export const conversations: ConversationWords = {
  start: 'Nouvelle conversation', write: 'Écrire à ces personnes', to: (n) => counted(n, '# personne', '# personnes'), change: 'Modifier les personnes',
  none: 'Aucune conversation pour le moment', noneHelp: 'Une conversation réunit des personnes que vous choisissez par leur nom. Chaque message leur parvient aussi par courriel, et elles peuvent répondre par courriel.',
  byMail: 'Vous pouvez aussi commencer une conversation par courriel, avec les autres dans « À » ou « Cc ».',
  pick: 'Choisir des personnes', pickHelp: 'Toutes peuvent lire la conversation, répondre et ajouter d’autres personnes. Personne d’autre ne peut la lire, pas même la coordination.',
  find: 'Trouver une personne ou une organisation', noMatch: 'Aucun résultat.', next: 'Continuer', most: (n) => `Une conversation compte au plus ${counted(n, '# personne', '# personnes')}.`,
  named: (names, more) => (more > 0 ? `${names} et ${counted(more, '# autre personne', '# autres personnes')}` : names),
  only: 'Seules ces personnes peuvent lire cette conversation. Les membres de la coordination qui n’en font pas partie ne le peuvent pas.',
  add: 'Ajouter des personnes', addHelp: 'Elles voient le nom de la conversation et lisent ce qui est écrit désormais. Les messages antérieurs leur restent fermés tant que leur auteur ne les partage pas.', added: 'Ajout effectué.', allIn: 'Tout le monde est dans cette conversation.',
  rename: 'Renommer la conversation', renameHelp: 'Toutes les personnes de la conversation voient le nouveau nom.', renamed: 'Conversation renommée.',
  leave: 'Quitter la conversation', leaveHelp: 'Vous ne recevez plus les messages de cette conversation. Vous pouvez encore lire ce qui a été écrit jusqu’ici. Personne ne pourra vous y ajouter de nouveau.', leaveNow: 'Quitter', isLeft: 'Vous avez quitté la conversation.',
  writeTo: (name) => `Écrire à ${name}`,
};
