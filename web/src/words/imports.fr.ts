import { counted, organisations, people } from './counts.fr';
import type { ImportsWords } from './imports.en';

export const imports: ImportsWords = {
  title: 'Importer des archives', onlyConvenors: 'Seule la coordination peut importer des archives.',
  lead: 'Les courriels d’une ancienne liste deviennent ici des fils, à leur date d’origine. Personne ne reçoit de courriel. Personne ne devient membre. Les doublons sont ignorés.',
  list: 'Liste', file: 'Fichier d’archives',
  kinds: 'Un fichier mbox, ou un mois de pipermail. Un ZIP d’un Maildir et de ses dossiers, de fichiers mbox ou de courriels isolés. La sortie de « git fast-export --all » d’une public-inbox. Chacun peut être compressé par gzip. La limite est de 1 Go. Vous pouvez reprendre après une coupure ou un rechargement.',
  goOn: (name, here, all) => `${here} sur ${all} de ${name} sont envoyés. Choisissez de nouveau le même fichier pour envoyer le reste.`,
  forget: 'Abandonner l’envoi',
  readers: 'Visibilité', readersHelp: 'S’applique à tous les courriels des archives. Les membres qui lisent à partir de leur arrivée ne voient pas les messages antérieurs.',
  more: 'Citations et courriels supprimés', trashed: 'Importer aussi les courriels supprimés', trashedHelp: 'Un Maildir marque les courriels supprimés ; des dossiers comme Corbeille ou Indésirables les contiennent. Les brouillons ne sont jamais importés. Le rapport indique chacun.', quoting: { MBOXRD: 'Format habituel (mboxrd) : une marque est retirée des lignes telles que « >>From »', MBOXO: 'Ancien format (mboxo) : seul « >From » perd sa marque' },
  begin: (readers, orgs) => `Importer pour ${people(readers)} de ${organisations(orgs)}`,
  begun: 'Importation lancée. Vous pouvez quitter cette page.', none: 'Aucune importation pour l’instant', noneHelp: 'Vos importations figurent ici, avec un rapport sur chaque courriel.',
  yours: 'Vos importations', into: (list) => `dans ${list}`,
  states: { WAITING: 'En file d’attente', RUNNING: 'En cours', HELD: 'Attend l’équipe du serveur', DONE: 'Terminé', FAILED: 'Échec' },
  steps: { READING: 'Lecture des en-têtes', BRINGING: 'Importation', COMPARING: 'Comparaison avec les archives' },
  progress: (n, all) => `${n} sur ${all}`, soFar: (n) => n,
  again: 'Le serveur a redémarré et repris l’importation. Les courriels déjà importés comptent comme doublons.',
  held: (why) => `L’importation s’est arrêtée : ${why}. Elle ne reprend pas automatiquement. Les courriels déjà importés restent.`,
  failed: (why) => `L’importation a échoué : ${why}. Les courriels déjà importés restent. Corrigez le fichier et envoyez-le de nouveau.`,
  same: 'Chaque courriel importé est identique à celui des archives, octet pour octet.',
  different: (n) => counted(n, '# courriel diffère des archives. Gardez les archives, et prévenez l’équipe qui gère le serveur.', '# courriels diffèrent des archives. Gardez les archives, et prévenez l’équipe qui gère le serveur.'),
  threads: (n) => counted(n, '# fil créé', '# fils créés'), toList: 'Voir la liste',
  ends: { IMPORTED: 'Importés', HERE_ALREADY: 'Déjà présents', REPEATED: 'En double dans les archives', REFUSED: 'Rejetés', DIFFERENT: 'Enregistrés autrement', DRAFT: 'Brouillons, ignorés', TRASHED: 'Supprimés, ignorés', UNREAD: 'Illisibles', NOT_BROUGHT: 'Pas encore importés' },
  report: 'Rapport par courriel', onlyBad: 'Non importés uniquement', number: (n) => `N° ${n}`, noId: 'sans Message-ID', read: 'Ouvrir',
};
