import { counted } from './counts.fr';
import type { RosterWords } from './roster.en';

export const roster: RosterWords = {
  title: 'Inviter à partir d’un tableau',
  lead: 'Pour une coalition qui s’installe : un tableau de personnes, une par ligne. Vous voyez d’abord ce que deviendrait chaque ligne. Personne ne reçoit de courriel avant que vous ne le disiez.',
  file: 'Un fichier de valeurs séparées par des virgules', paste: 'Ou collez le tableau ici', placeholder: 'name,address,organisation,role',
  columns: 'La première ligne nomme les colonnes : name (nom), address (adresse), organisation, role (rôle), list (liste), mode, dans n’importe quel ordre. Seules address et organisation sont nécessaires ; une organisation est désignée par son nom ou son nom court. Une liste est désignée par son nom court, plusieurs sont séparées par des espaces ; mode dit comment viennent ses courriels : each, digest, mime-digest, summary, special ou none. Au plus 1 000 lignes.',
  consented: 'Ces personnes ont déjà accepté d’être ici', consentedHelp: 'Le journal garde que vous l’avez dit. Chacune prend quand même son siège par le lien qu’elle reçoit.',
  look: 'Voir ce qui se passerait', back: 'Modifier le tableau',
  send: (n) => counted(n, 'Inviter # personne', 'Inviter # personnes'),
  tally: (fresh, known, refused) => `Nouvelles : ${fresh} · connues : ${known} · impossibles : ${refused}`,
  done: (invited, known, refused) => `Invitées : ${invited} · connues : ${known} · impossibles : ${refused}`,
  nobody: 'Il n’y a personne à inviter dans ce tableau.', again: 'Un autre tableau',
  states: { NEW: 'Nouvelle', INVITED: 'Invitée', KNOWN: 'Connue', REFUSED: 'Impossible' },
  line: (n) => `Ligne ${n}`,
  tooLarge: 'Le fichier dépasse 256 Kio. Divisez-le.', onlyConvenors: 'Les invitations sont envoyées par les coordinateurs.',
};
