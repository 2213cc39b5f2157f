// The words of files that go along with what is written, in French.
import { bytes, counted } from './counts.fr';
import type { AttachingWords } from './attaching.en';

export const attaching: AttachingWords = {
  attach: 'Joindre', choose: 'Choisir un fichier', noneChosen: 'Aucun fichier choisi. Vous pouvez aussi le déposer ici.', help: 'Choisissez des fichiers, déposez-les ici ou collez une image', goAlong: 'Fichiers joints', remove: (name) => `Enlever ${name}`, removeShort: 'Enlever', progress: (name) => `Envoi de ${name}`,
  states: { waiting: 'en attente', stalled: 'hors ligne ; reprise automatique', here: 'prêt' },
  waits: (n) => counted(n, '# fichier en cours d’envoi. Vous pourrez publier dès qu’il sera prêt.', '# fichiers en cours d’envoi. Vous pourrez publier dès qu’ils seront prêts.'), allHere: (n) => counted(n, '# fichier prêt', '# fichiers prêts'),
  tooMany: (n) => `La limite est de ${counted(n, '# fichier', '# fichiers')} par message. Envoyez le reste dans un autre message.`, tooLarge: (name, most) => `${name} est trop volumineux. La limite est de ${bytes(most)} par fichier.`,
  lost: 'Envoi interrompu. Ajoutez de nouveau le fichier ou enlevez-le.',
  tooMuch: (most) => `Ces fichiers sont trop volumineux ensemble. La limite est de ${bytes(most)} par message. Envoyez le reste dans un autre message.`, empty: (name) => `${name} est vide.`,
};
