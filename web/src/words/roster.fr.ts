import { counted } from './counts.fr';
import type { RosterWords } from './roster.en';

export const roster: RosterWords = {
  title: 'Inviter à partir d’un tableau',
  lead: 'Pour une coalition qui s’installe : un tableau, une personne par ligne. Vous voyez d’abord un aperçu de chaque ligne. Personne ne reçoit de courriel avant votre confirmation.',
  file: 'Fichier (CSV)', paste: 'Ou collez le tableau ici', placeholder: 'name,address,organisation,role',
  columns: 'La première ligne nomme les colonnes : name (nom), address (adresse), organisation, role (rôle), list (liste), mode, dans n’importe quel ordre. Seules address et organisation sont nécessaires. Une organisation est désignée par son nom ou son nom court, une liste par son nom court ; séparez plusieurs listes par des espaces. Pour mode, indiquez each, digest, mime-digest, summary, special ou none. La limite est de 1 000 lignes.',
  consented: 'Ces personnes ont déjà accepté de rejoindre l’espace', consentedHelp: 'Le journal d’audit garde cette déclaration. Chaque personne accepte quand même par le lien qu’elle reçoit.',
  look: 'Aperçu', back: 'Modifier le tableau',
  send: (n) => counted(n, 'Inviter # personne', 'Inviter # personnes'),
  tally: (fresh, known, refused) => `Nouvelles personnes : ${fresh} · déjà membres ou invitées : ${known} · refusées : ${refused}`,
  done: (invited, known, refused) => `Invitées : ${invited} · déjà membres ou invitées : ${known} · refusées : ${refused}`,
  nobody: 'Personne à inviter dans ce tableau.', again: 'Utiliser un autre tableau',
  states: { NEW: 'Nouvelle', INVITED: 'Invitée', KNOWN: 'Déjà là', REFUSED: 'Refusée' },
  line: (n) => `Ligne ${n}`,
  tooLarge: 'Le fichier est trop volumineux. La limite est de 256 Ko. Divisez-le.', onlyConvenors: 'Seule la coordination peut inviter.',
};
