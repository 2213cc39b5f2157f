// The library of files, and what shows one of them, in French.
import { bytes, counted } from './counts.fr';
import type { LibraryWords } from './library.en';

export const library: LibraryWords = {
  title: 'Fichiers', empty: 'Aucun fichier', emptyHelp: 'Les fichiers joints aux messages, dossiers, communications, actions et consultations apparaissent ici. Vous ne voyez que les fichiers que vous pouvez lire.', toLists: 'Voir les listes',
  none: 'Aucun fichier ne correspond', noneHelp: 'Modifiez les filtres ou effacez-les.', clear: 'Effacer les filtres', filters: 'Filtres', more: 'Afficher plus de fichiers',
  found: (n) => counted(n, '# fichier', '# fichiers'), total: (n, size) => `${counted(n, '# fichier', '# fichiers')}, ${bytes(size)}`, places: 'Taille par emplacement', whole: 'Tous les emplacements',
  name: 'Nom', kind: 'Type', audience: 'Lecteurs', person: 'Personne', organisation: 'Organisation', place: 'Emplacement', since: 'Du', until: 'Au', sort: 'Ordre',
  anyKind: 'Tous les types', anyAudience: 'Tous les lecteurs', anyone: 'Toutes les personnes', anyOrganisation: 'Toutes les organisations', named: 'Personnes désignées',
  kinds: { PICTURE: 'Images', DOCUMENT: 'Documents', TABLE: 'Tableaux', AUDIO: 'Audio', VIDEO: 'Vidéo', ARCHIVE: 'Archives', OTHER: 'Autres fichiers' }, sorts: { NEWEST: 'Plus récents', NAME: 'Nom', SIZE: 'Taille' },
  earlier: (n) => counted(n, '# version antérieure', '# versions antérieures'), preview: (name) => `Aperçu de ${name}`, save: 'Télécharger',
  viewer: {
    label: 'Aperçu', at: (n, of) => `Fichier ${n} sur ${of}`, before: 'Fichier précédent', next: 'Fichier suivant', where: 'Voir dans son contexte', large: 'Taille réelle', fit: 'Ajuster à l’écran',
    other: 'Ce type de fichier n’a pas d’aperçu. Téléchargez le fichier pour l’ouvrir.', tooLong: (size) => `Ce fichier dépasse ${bytes(size)}. Téléchargez-le pour l’ouvrir.`, tooWide: 'Cette image est trop grande pour être affichée ici. Téléchargez-la pour l’ouvrir.',
    broken: 'Impossible d’afficher ce fichier. Il est peut-être endommagé. Téléchargez-le pour l’ouvrir.', locked: 'Ce PDF est protégé par un mot de passe. Téléchargez-le pour l’ouvrir.', cut: (size) => `Seuls les premiers ${bytes(size)} sont affichés. Téléchargez le fichier pour lire la suite.`,
    page: (n, of) => `Page ${n} sur ${of}`, pages: (n, of) => `Les ${n} premières pages sur ${of} sont affichées. Téléchargez le fichier pour lire la suite.`, empty: 'Ce fichier est vide.',
  },
};
