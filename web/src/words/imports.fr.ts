import { counted, organisations, people } from './counts.fr';
import type { ImportsWords } from './imports.en';

export const imports: ImportsWords = {
  title: 'Reprendre des archives', onlyConvenors: 'Les coordinateurs reprennent les archives.',
  lead: 'Les lettres d’une ancienne liste deviennent ici des fils, à la date où elles ont été écrites. Personne ne reçoit de courriel, personne n’obtient de siège, et ce qui est déjà là est passé.',
  list: 'Dans quelle liste', file: 'Les archives',
  kinds: 'Un mbox, aussi un mois de pipermail ; un ZIP d’un Maildir et de ses dossiers, de mbox ou de lettres ; ce que « git fast-export --all » écrit d’une public-inbox. Chacun peut être compressé par gzip, jusqu’à 1 Gio. Vous pouvez continuer après une coupure ou un rechargement.',
  goOn: (name, here, all) => `${here} sur ${all} de ${name} sont ici. Choisissez de nouveau le même fichier, et le reste sera envoyé.`,
  forget: 'Oublier',
  readers: 'Qui peut les lire', readersHelp: 'Cela vaut pour toutes les lettres. Qui lit à partir de son arrivée ne voit pas ce qui a été dit avant.',
  more: 'Comment les archives citent, et ce qui a été jeté', trashed: 'Reprendre aussi ce qui a été jeté', trashedHelp: 'Un Maildir marque ce que son propriétaire a jeté ; des dossiers comme Corbeille ou Indésirables le contiennent. Les brouillons ne sont jamais repris. Le rapport nomme chacun.', quoting: { MBOXRD: 'Comme d’habitude (mboxrd) : une marque est ôtée des lignes telles que « >>From »', MBOXO: 'Comme d’anciens programmes (mboxo) : seul « >From » perd sa marque' },
  begin: (readers, orgs) => `Reprendre pour ${people(readers)} de ${organisations(orgs)}`,
  begun: 'La reprise est en cours. Vous pouvez quitter cette page.', none: 'Aucune archive n’a encore été reprise', noneHelp: 'Ce que vous reprenez figure ici, avec le sort de chaque lettre.',
  yours: 'Ce que vous avez repris', into: (list) => `dans ${list}`,
  states: { WAITING: 'Attend son tour', RUNNING: 'En cours', HELD: 'Attend qui gère le serveur', DONE: 'Terminé', FAILED: 'Pas repris' },
  steps: { READING: 'Lecture des en-têtes', BRINGING: 'Reprise', COMPARING: 'Comparaison avec les archives' },
  progress: (n, all) => `${n} sur ${all}`, soFar: (n) => n,
  again: 'Le serveur s’est arrêté entre-temps et a recommencé ; ce qui avait été repris compte comme déjà là.',
  held: (why) => `La reprise s’est arrêtée : ${why}. Elle ne recommence pas d’elle-même. Ce qui avait été repris reste.`,
  failed: (why) => `La reprise n’a pas abouti : ${why}. Ce qui avait été repris reste. Corrigez le fichier et envoyez-le de nouveau.`,
  same: 'Chaque lettre qui est ici est identique à celle des archives, octet par octet.',
  different: (n) => counted(n, '# lettre diffère des archives. Gardez-les, et prévenez l’exploitant du serveur.', '# lettres diffèrent des archives. Gardez-les, et prévenez l’exploitant du serveur.'),
  threads: (n) => counted(n, '# fil commencé', '# fils commencés'), toList: 'Voir la liste',
  ends: { IMPORTED: 'Reprises', HERE_ALREADY: 'Déjà là', REPEATED: 'En double dans les archives', REFUSED: 'Refusées', DIFFERENT: 'Conservées autrement', DRAFT: 'Brouillons, laissés de côté', TRASHED: 'Jetées, laissées de côté', UNREAD: 'Non lus', NOT_BROUGHT: 'Pas encore reprises' },
  report: 'Lettre par lettre', onlyBad: 'Seulement ce qui n’est pas ici', number: (n) => `N° ${n}`, noId: 'sans Message-ID', read: 'Lire',
};
