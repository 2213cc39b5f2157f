// The words of the keys and what each does: apart from the rest, since few look at them. In French; the glossary is that of fr.ts.
import type { ShortcutsWords } from './shortcuts.en';

export const shortcuts: ShortcutsWords = {
  keys: {
    filter: 'Filtrer la liste', refuse: 'Rejeter un message en attente', discard: 'Supprimer un message en attente', leave: 'Fermer, ou effacer la sélection',
    single: 'Raccourcis à une touche', singleHelp: 'Désactivez-les si vous dictez à votre ordinateur ou pressez des touches par accident. Les raccourcis avec Ctrl restent actifs.', undo: 'Annuler la dernière modification, tant que c’est proposé',
    title: 'Raccourcis clavier', sheet: 'Afficher cette aide', down: 'Suivant dans une liste', up: 'Précédent dans une liste', open: 'Ouvrir', compose: 'Nouveau message ou réponse', edit: 'Modifier ; dans le rattrapage, marquer comme lu', assign: 'Confier', due: 'Fixer l’échéance', state: 'Changer l’état', choose: 'Sélectionner une ligne', column: 'Sur un tableau : déplacer la carte dans la colonne suivante', extend: 'Sélectionner aussi le suivant', bulk: 'Modifier toute la sélection', send: 'Envoyer', search: 'Rechercher', bell: 'Notifications', unread: 'Aller au message non lu suivant', mute: 'Mettre un échange en sourdine, dans le rattrapage', allRead: 'Tout marquer comme lu', bold: 'Gras, en écrivant', italic: 'Italique, en écrivant', link: 'Lien, avec du texte sélectionné', code: 'Code, en écrivant', lines: 'Liste numérotée, liste ou citation, en écrivant', goto: 'Aller à un lieu de la barre latérale',
  },
};
