// Les mots des messages non lus.
import { counted } from './counts.fr';
import type { ReadingWords } from './reading.en';

export const reading: ReadingWords = {
  title: 'Non lus', next: 'Aller au message non lu suivant', nothing: 'Aucun message non lu.', notYet: 'Les messages non lus se chargent encore.',
  all: 'Tout marquer comme lu', allHere: 'Tout marquer comme lu ici', allDone: 'Tout est marqué comme lu.', back: 'Annuler : non lu de nouveau',
  from: 'Marquer non lu à partir d’ici', fromDone: 'Marqué comme non lu.',
  line: (n) => counted(n, '# nouveau message', '# nouveaux messages'), starts: (n) => counted(n, '# nouveau message à partir d’ici', '# nouveaux messages à partir d’ici'),
  catchUp: {
    title: 'Rattrapage', help: 'Les nouveautés, un échange après l’autre. Personne d’autre ne voit ce que vous avez lu.',
    at: (n, of) => `${n} sur ${of}`, done: 'Marquer comme lu', marked: 'Marqué comme lu.', again: 'Recommencer', next: 'Suivant', reply: 'Répondre', mute: 'Mettre en sourdine', muted: 'En sourdine. Seul ce qui vous est destiné vous parviendra.',
    empty: 'Aucun message non lu', emptyHelp: 'Vous avez lu tout ce que vous pouvez lire ici.', emptyAct: 'Voir toute l’activité', left: (n) => counted(n, '# échange avec de nouveaux messages', '# échanges avec de nouveaux messages'),
  },
};
