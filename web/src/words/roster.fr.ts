import { counted } from './counts.fr';
import type { RosterWords } from './roster.en';

export const roster: RosterWords = {
  title: 'Inviter à partir d’un tableau',
  lead: 'Collez des personnes depuis un tableur, un carnet d’adresses ou un courriel. Vous voyez d’abord un aperçu de chaque ligne. Aucun courriel ne part avant votre confirmation.',
  file: 'Fichier (CSV)', paste: 'Ou collez le tableau ici', placeholder: 'Nom\tCourriel\tOrganisation',
  columns: 'Les noms de colonnes usuels sont reconnus en anglais, en français et en arabe, par exemple Nom, Courriel, Organisation, Rôle ; ils ne sont pas obligatoires. Les colonnes list et mode règlent la distribution des listes. La limite est de 1 000 lignes, et de 200 invitations par jour.',
  columnsMore: 'Indiquez une organisation par son nom ou son nom court, et une liste par son nom court, avec des espaces entre plusieurs listes. Le mode est each, digest, mime-digest, summary, special ou none.',
  without: 'Organisation des personnes qui n’en ont pas', noOne: 'Choisir plus tard', ignored: (heads) => `Colonnes non utilisées : ${heads}.`, manyToday: 'Vous pouvez envoyer 200 invitations par jour. Celles qui dépassent la limite ne partent pas aujourd’hui.',
  check: 'Vérifier de nouveau', leaveOut: 'Retirer', leaveOutOf: (who) => `Retirer ${who}`, changed: 'Vous avez modifié des lignes. Vérifiez-les avant d’inviter.', gets: 'Recevra un courriel d’invitation',
  consented: 'Ces personnes ont déjà accepté de rejoindre l’espace', consentedHelp: 'Le journal d’audit garde cette déclaration. Chaque personne accepte quand même par le lien qu’elle reçoit.',
  unknown: (n) => counted(n, '# organisation n’est pas encore dans cet espace', '# organisations ne sont pas encore dans cet espace'), unknownHelp: 'Le côté d’une organisation décide de ce que ses membres peuvent lire. Une nouvelle organisation ne peut lire que les nouveaux contenus.',
  chooseSide: 'Choisir un côté…', theRest: (n) => counted(n, 'Société civile pour la dernière', 'Société civile pour les # autres'), add: (n) => counted(n, 'Ajouter # organisation', 'Ajouter # organisations'), propose: (n) => counted(n, 'Proposer # organisation', 'Proposer # organisations'),
  look: 'Aperçu', back: 'Modifier le tableau',
  send: (n) => counted(n, 'Inviter # personne', 'Inviter # personnes'),
  tally: (fresh, known, refused) => `Nouvelles personnes : ${fresh} · déjà membres ou invitées : ${known} · refusées : ${refused}`,
  done: (invited, known, refused) => `Invitées : ${invited} · déjà membres ou invitées : ${known} · refusées : ${refused}`,
  nobody: 'Personne à inviter dans ce tableau.', again: 'Utiliser un autre tableau',
  states: { NEW: 'Nouvelle', INVITED: 'Invitée', KNOWN: 'Déjà là', REFUSED: 'Refusée' },
  line: (n) => `Ligne ${n}`,
  tooLarge: 'Le fichier est trop volumineux. La limite est de 256 Ko. Divisez-le.', onlyConvenors: 'Seule la coordination peut inviter.',
};
