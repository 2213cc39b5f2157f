// The words of instruments in French. Its glossary is that of fr.ts; an instrument is “un texte”, a provision “une disposition”.
import { counted, number } from './counts.fr';
import type { InstrumentsWords } from './instruments.en';

const parts = (n: number): string => counted(n, '# partie', '# parties');
const provisions = (n: number): string => counted(n, '# disposition', '# dispositions');
const lines = (n: number): string => counted(n, '# ligne', '# lignes');

export const instruments: InstrumentsWords = {
  title: 'Textes', one: 'Texte', provision: 'Disposition', add: 'Ajouter un texte',
  empty: 'Aucun texte pour l’instant', emptyHelp: 'Un projet de loi, un code, une politique ou une norme, découpé en dispositions que l’on peut citer. Déposez le projet ici.',
  groups: { DRAFT: 'Projets', LAW: 'Lois', POLICY: 'Politiques', STANDARD: 'Normes' },
  kinds: { DRAFT: 'Projet', LAW: 'Loi', POLICY: 'Politique', STANDARD: 'Norme' },
  counts: (inParts, n) => `${parts(inParts)}, ${provisions(n)}`, provisions, edition: (n) => `Version ${number(n)}`, dated: (day) => `datée du ${day}`, adopted: (when) => `adoptée ${when}`,
  check: 'Vérifier le plan', toCheck: 'En attente de votre vérification', drop: 'Déposez le fichier pour l’ajouter',
  newEdition: 'Ajouter une version', current: 'actuelle', states: { ADOPTED: 'Version actuelle', SUPERSEDED: 'Une version plus récente remplace celle-ci.', WITHDRAWN: 'Cette version a été retirée.' },
  adding: {
    file: 'Fichier', formats: 'Word (.docx), PDF avec texte, HTML, Markdown ou texte brut. La limite est de 20 Mo.', paste: 'Ou collez le texte', pasted: 'Texte', pasteHelp: 'Un paragraphe par ligne. La limite est de 4 Mo.', read: 'Lire le texte',
    reading: 'Lecture du texte…', nobody: 'Vous seul(e) pouvez voir le texte avant son adoption.', byMail: 'Vous pouvez aussi envoyer le fichier par courriel. L’adresse est',
  },
  outline: {
    lead: 'Vérifiez où commence chaque disposition et de quelle partie elle relève. Rien n’est partagé avant l’adoption du texte.',
    text: 'Texte', tree: 'Plan', keys: 'Touches', left: (n) => `${lines(n)} hors du texte (en-têtes, numéros de page)`, saved: 'Plan enregistré', saving: 'Enregistrement du plan…', problems: 'À vérifier',
    help: 'Choisissez une ligne avec les flèches. Tab la descend d’un niveau, Maj+Tab la remonte. Entrée la divise, Retour arrière la joint à la précédente, F marque ce qui est hors du texte, comme un numéro de page, Z annule la dernière modification. Appuyez sur Échap pour quitter le plan : Tab parcourt alors de nouveau la page.',
    within: 'Ici, Tab change le niveau. Appuyez sur Échap pour quitter le plan.', outside: 'Tab parcourt la page. Appuyez sur Entrée dans le plan pour le corriger.',
    inward: 'Descendre', outward: 'Remonter', split: 'Diviser', join: 'Joindre au-dessus', furniture: 'Hors du texte', body: 'Dans le texte', undo: 'Annuler', undone: 'Modification annulée',
    level: (n) => `Niveau ${number(n)}`, at: (n, of) => `Ligne ${number(n)} sur ${number(of)}`,
    moved: (what, n) => `${what} : niveau ${number(n)}`, splitDone: 'Ligne divisée en deux', joined: 'Jointe à la ligne précédente', isFurniture: 'Mise hors du texte', isBody: 'Remise dans le texte',
    splitting: 'Choisir le début de la nouvelle ligne', splitHelp: 'Appuyez sur un mot, ou utilisez les flèches puis Entrée.', before: (words) => `Avant « ${words} »`, splitHere: 'Diviser ici',
    adopt: 'Adopter le texte', drop: 'Supprimer le texte', dropTitle: 'Supprimer ce texte ?', dropHelp: 'Le fichier et vos corrections sont supprimés. Vous pourrez ajouter le fichier de nouveau.', dropped: 'Texte supprimé',
    adoptHelp: 'Les dispositions gardent désormais leur adresse, pour que l’on puisse les citer.', name: 'Titre', slug: 'Nom court', slugHelp: 'Pour les adresses et le courriel : minuscules, chiffres et traits d’union.', kind: 'Nature', dated: 'Date du texte', issuer: 'Auteur du texte', country: 'Pays', adopted: 'Texte adopté', none: 'Aucune ligne trouvée dans ce texte',
    kinds: { PART: 'Partie', CHAPTER: 'Chapitre', SECTION: 'Section', ARTICLE: 'Article', PARAGRAPH: 'Paragraphe', POINT: 'Point', SCHEDULE: 'Annexe', PREAMBLE: 'Préambule', DEFINITION: 'Définition', TABLE: 'Tableau', NOTE: 'Note', HEADING: 'Intitulé', FURNITURE: 'Hors du texte' },
  },
  reading: {
    parts: 'Parties', find: 'Chercher dans ce texte', found: (n, at) => `${number(at)} sur ${counted(n, '# passage', '# passages')}`, notFound: 'Absent de ce texte', next: 'Passage suivant', before: 'Passage précédent', open: (path) => `Ouvrir ${path}`,
    hangs: (n) => counted(n, '# élément lié', '# éléments liés'), mail: 'Vous pouvez aussi écrire au sujet de ce texte par courriel. L’adresse est',
  },
  page: {
    previous: (path) => `Précédente : ${path}`, next: (path) => `Suivante : ${path}`, inside: 'Dans cette disposition', copy: 'Copier le lien', copied: 'Lien copié',
    hangs: { issue: 'Préoccupations', update: 'Communications', action: 'Actions' }, nothing: 'Rien encore au sujet de cette disposition.',
    say: 'Dire quelque chose de cette disposition…', sayLabel: 'Préoccupation', sayHelp: 'Ouvre un dossier qui cite cette disposition. Sa première phrase en devient le titre.', tracker: 'Suivi', noTracker: 'Une préoccupation demande un suivi où vous pouvez écrire.', sent: 'Préoccupation transmise', unmark: 'Citer toute la disposition',
  },
  compare: {
    title: (from, to) => `${from} et ${to} comparées`, link: (n) => `Comparer avec l’édition ${number(n)}`, changed: 'Changements seulement', none: 'Rien n’a changé.', was: (path) => `auparavant ${path}`, hangs: (n) => counted(n, '# élément lié', '# éléments liés'),
    changes: { SAME: 'Inchangée', REWORDED: 'Reformulée', RENUMBERED: 'Renumérotée', MOVED: 'Déplacée', GONE: 'Supprimée', NEW: 'Nouvelle' }, maybe: (path) => `Proche de ${path} dans l’autre édition`, earlier: 'Édition antérieure', later: 'Édition postérieure',
  },
  cited: { title: 'Disposition citée', seems: (path) => `Cela semble être ${path}`, link: 'Lier', unlink: 'Retirer le lien', linked: 'Disposition liée', unlinked: 'Lien retiré' },
};
