// The words of the keys and what each does: apart from the rest, since few look at them. In French; the glossary is that of fr.ts.
import type { ShortcutsWords } from './shortcuts.en';

export const shortcuts: ShortcutsWords = {
  keys: {
    filter: 'Filtrer ce qui est affiché', refuse: 'Refuser un courriel en attente', discard: 'Jeter un courriel en attente', leave: 'Fermer, ou ne plus rien choisir',
    single: 'Les lettres agissent seules', singleHelp: 'Si vous dictez à votre ordinateur, ou si des touches sont pressées par hasard, désactivez-les. Ce qui se presse avec Ctrl reste.', undo: 'Annuler ce qui vient d’être fait, tant que c’est proposé',
    title: 'Raccourcis clavier', sheet: 'Cette aide', down: 'Suivant dans une liste', up: 'Précédent dans une liste', open: 'Ouvrir', compose: 'Écrire du nouveau, ou une réponse', edit: 'Modifier ; dans le rattrapage, marquer comme lu', assign: 'Confier', due: 'Fixer l’échéance', state: 'Changer l’état', choose: 'Choisir une ligne d’une liste', column: 'Sur un tableau : porter la carte dans la colonne suivante', extend: 'Sélectionner aussi le suivant', bulk: 'Modifier toute la sélection', send: 'Envoyer ce que vous écrivez', search: 'Rechercher', bell: 'Ce qui vous concerne', unread: 'Aller au message non lu suivant', mute: 'Mettre un échange en sourdine, dans le rattrapage', allRead: 'Tout marquer comme lu', bold: 'Gras, en écrivant', italic: 'Italique, en écrivant', goto: 'Aller à l’un des lieux de la barre latérale',
  },
};
