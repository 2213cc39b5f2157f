// The words for who joins a workspace or opens one. In French; the glossary is that of fr.ts.
import type { JoiningWords } from './joining.en';

export const joining: JoiningWords = {
  join: {
    title: (workspace) => `Rejoindre ${workspace}`, lead: (by, organisation) => `${by} vous invite à rejoindre l’espace au nom de ${organisation}.`,
    asWhat: 'Votre rôle', name: 'Votre nom, visible par la coalition', accept: 'Rejoindre', expires: 'Invitation valable jusqu’au',
    closed: 'Cet espace de travail est fermé. Chaque élément indique qui peut le lire.', gone: 'Cette invitation n’est pas valable', goneHelp: 'Elle a été utilisée, annulée ou a expiré. Demandez-en une nouvelle.',
  },
  open: {
    title: 'Ouvrir un espace de travail', lead: 'Un espace de travail sert à une coalition. Vous en assurez la coordination en premier.', name: 'Nom de l’espace de travail', slug: 'Nom court dans les adresses',
    slugHelp: 'Lettres minuscules sans accent, chiffres et traits d’union', party: 'Nom court de votre organisation', organisation: 'Votre organisation', convenor: 'Votre nom, visible par la coalition', submit: 'Ouvrir l’espace',
  },
};
