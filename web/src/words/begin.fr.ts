import type { BeginWords } from './begin.en';

export const begin: BeginWords = {
  title: 'Premiers pas', help: 'Suivez ces étapes dans l’ordre que vous voulez. Cette note disparaît quand elles sont faites.',
  people: 'Ajouter des organisations et inviter leurs membres', list: 'Ouvrir une liste : une adresse pour leur écrire à tous', tracker: 'Ouvrir un suivi pour vos dossiers', done: 'Fait',
};
