// Les notifications sur les appareils, en français.
import type { PushingWords } from './pushing.en';

export const pushing: PushingWords = {
  title: 'Notifications sur cet appareil', help: 'Ce navigateur peut vous avertir quand Caucus est fermé. Rien n’est activé tant que vous ne l’avez pas choisi.',
  learns: 'Le service de notification de votre navigateur (par exemple de Google, Mozilla, Apple ou Microsoft) apprend que cet appareil utilise ce serveur, quand et à quelle fréquence il reçoit une notification. Il ne peut pas lire la notification.',
  turnOn: 'Activer les notifications', turnOff: 'Désactiver', isOn: 'Les notifications sont activées.', turnedOn: 'Notifications activées.', turnedOff: 'Notifications désactivées.', lasts: 'Actif jusqu’à votre déconnexion ici, ou jusqu’à la fin de la session : après 14 jours sans visite, ou 60 jours.',
  unable: 'Ce navigateur ne prend pas en charge les notifications. Vos courriels restent inchangés.', install: 'Sur un iPhone ou un iPad, ajoutez d’abord Caucus à l’écran d’accueil : Partager, puis Sur l’écran d’accueil. Ouvrez Caucus de là, et activez les notifications sur cette page.',
  denied: 'Ce navigateur bloque les notifications de Caucus. Autorisez-les dans les réglages du site, à côté de l’adresse, puis rechargez cette page.',
  test: 'Envoyer un essai', tested: 'Envoyé. Si rien n’apparaît dans la minute, vérifiez les réglages de notification de votre appareil.', untaken: (why) => `L’essai n’a pas été envoyé : ${why}.`, failed: (why) => `Échec du dernier envoi : ${why}.`,
  shows: 'Sur l’écran verrouillé', bare: 'Sans noms ni titres', bareHelp: 'Seulement « Du nouveau dans Caucus ».', titles: 'Avec les noms et les titres', titlesHelp: 'Par exemple qui vous répond, et où. Jamais pour ce qui est à ne pas citer, sans attribution ou sous embargo, ni là où les courriels sont sans contenu.',
  kinds: 'Types de notification', kindsHelp: 'Les heures de silence, les pauses et la mise en sourdine valent ici aussi.', saved: 'Enregistré.',
  others: 'Vos autres appareils', unknown: 'Appareil inconnu', since: 'Ajouté', remove: 'Retirer', removeOf: (device) => `Retirer : ${device}`, removed: 'Appareil retiré.',
};
