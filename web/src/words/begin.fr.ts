import type { BeginWords } from './begin.en';

export const begin: BeginWords = {
  title: 'Premiers pas', help: 'Une coalition commence par des personnes et un lieu où se parler. Avancez dans l’ordre que vous voulez ; cette note disparaît d’elle-même.',
  people: 'Ajouter les organisations et inviter leurs membres', list: 'Ouvrir une liste : une adresse électronique qui les atteint', tracker: 'Ouvrir un suivi pour vos dossiers', done: 'Fait',
};
