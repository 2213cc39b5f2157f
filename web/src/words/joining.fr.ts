// The words for who joins a workspace or opens one. In French; the glossary is that of fr.ts.
import type { JoiningWords } from './joining.en';

export const joining: JoiningWords = {
  join: {
    title: (workspace) => `Rejoindre ${workspace}`, lead: (by, organisation) => `${by} vous invite à prendre un siège pour ${organisation}.`,
    asWhat: 'Votre siège', name: 'Votre nom, tel que la coalition le verra', accept: 'Prendre le siège', expires: 'Invitation valable jusqu’au',
    closed: 'Cet espace de travail est fermé. Tout ce qui s’y trouve indique qui le lit.', gone: 'Cette invitation n’est plus ouverte', goneHelp: 'Elle a été utilisée, retirée, ou a expiré. Demandez-en une autre à la personne qui l’avait envoyée.',
  },
  open: {
    title: 'Ouvrir un espace de travail', lead: 'Un espace de travail est une coalition. Vous en assurez la coordination en premier.', name: 'Nom de l’espace de travail', slug: 'Nom court dans les adresses',
    slugHelp: 'Lettres minuscules sans accent, chiffres et traits d’union', organisation: 'Votre organisation', convenor: 'Votre nom, tel que la coalition le verra', submit: 'Ouvrir',
  },
};
