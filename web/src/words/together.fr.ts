// The words of several acts that stand in one line, in French.
import { counted } from './counts.fr';
import type { TogetherWords } from './together.en';

export const together: TogetherWords = {
  many: {
    'issue.opened': (n: number) => counted(n, '{actor} a ouvert # dossier', '{actor} a ouvert # dossiers'),
    'issue.edited': (n: number) => counted(n, '{actor} a modifié # dossier', '{actor} a modifié # dossiers'),
    'issue.closed': (n: number) => counted(n, '{actor} a clos # dossier', '{actor} a clos # dossiers'),
    'issue.reopened': (n: number) => counted(n, '{actor} a rouvert # dossier', '{actor} a rouvert # dossiers'),
    'invitation.sent': (n: number) => counted(n, '{actor} a invité # personne', '{actor} a invité # personnes'),
  },
  byMany: {
    'entry.thread': '{actor} ont répondu dans {item}',
    'entry.posted': '{actor} ont écrit dans {item}',
    'entry.comment': '{actor} ont commenté {item}',
    'reaction.added': '{actor} ont réagi à {item}',
    'action.committed': '{actor} ont répondu à la demande de participation à {item}',
    'action.answered': '{actor} ont répondu à l’invitation à {item}',
    'poll.answered': '{actor} ont répondu à {item}',
    'issue.watched': '{actor} suivent {item}',
    'update.acknowledged': '{actor} ont confirmé la lecture de {item}',
  },
  two: '{actor} et {other}',
  more: (n: number) => counted(n, '{actor}, {other} et # autre personne', '{actor}, {other} et # autres personnes'),
  undone: '{actor} a modifié {item} puis annulé la modification',
  undoneMany: (n: number) => counted(n, '{actor} a modifié # dossier puis annulé la modification', '{actor} a modifié # dossiers puis annulé la modification'),
  all: (n: number) => counted(n, 'Tout afficher (#)', 'Tout afficher (#)'),
  fewer: 'Afficher moins',
};
