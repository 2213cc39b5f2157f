// Les mots du profil d’une personne, et de sa fiche.
import type { ProfileWords } from './profile.en';

export const profile: ProfileWords = {
  languageNames: { ber: 'berbère', ff: 'peul', pcm: 'pidgin nigérian' },
  title: 'Votre profil', lead: 'Tous les membres de cet espace peuvent lire votre profil, y compris les entreprises. Chaque champ est facultatif, sauf le nom.', edit: 'Modifier votre profil',
  name: 'Votre nom', nameHelp: 'Comme vous signez vos courriels. Un nouveau nom figure dans le journal d’audit.', role: 'Fonction', roleHelp: 'Ce que vous faites dans votre organisation, par exemple « Responsable du plaidoyer ».',
  pronunciation: 'Prononciation', pronunciationHelp: 'Comment se dit votre nom, par exemple « tchi-ka ».', languages: 'Langues', languagesHelp: 'Les langues dans lesquelles vous écrivez.',
  hours: 'Heures de travail', hoursHelp: 'Les membres qui vous mentionnent voient l’heure qu’il est chez vous. Elles ne retiennent aucun courriel : les heures de silence sont dans vos réglages de courriel.', noHours: 'Afficher mes heures de travail', from: 'De', until: 'À', days: 'Jours', zone: 'Fuseau horaire',
  save: 'Enregistrer le profil', saved: 'Profil enregistré.', undone: 'Modification annulée.', preview: 'Ce que les autres voient',
  picture: 'Photo de profil', pictureHelp: 'Tous les membres de cet espace peuvent la voir, y compris les entreprises. Le lieu, l’heure et l’appareil en sont retirés. Avec une connexion lente, vos initiales s’affichent à la place.', choosePicture: 'Choisir une photo', changePicture: 'Changer la photo', removePicture: 'Retirer la photo',
  crop: 'Recadrer la photo', cropHelp: 'Faites glisser la photo, ou utilisez les touches fléchées, pour placer votre visage au centre.', zoom: 'Zoom', savePicture: 'Enregistrer la photo', pictureSaved: 'Photo enregistrée.', pictureRemoved: 'Photo retirée.',
  noPicture: 'Ce fichier n’est pas une image que votre navigateur peut ouvrir. Choisissez une image PNG, JPEG ou WebP.', noSvg: 'Un fichier SVG peut contenir un programme et ne peut donc pas servir de photo de profil. Choisissez une image PNG, JPEG ou WebP.', tooManyPixels: (limit) => `Cette image est trop grande pour être ouverte. La limite est de ${limit} millions de pixels.`,
  card: 'Profil', says: (how) => `Se prononce : ${how}`, writes: (languages) => `Langues : ${languages}`, works: (days, from, until, zone) => `Travaille ${days}, ${from}–${until} (${zone})`,
  clock: (time) => `Il est ${time} là-bas.`, outside: (time) => `Il est ${time} là-bas, en dehors des heures de travail.`, short: (time) => `${time} là-bas`,
};
