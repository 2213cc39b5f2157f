// What is done to threads, and what messages become, in French.
import { counted } from './counts.fr';
import type { ThreadWords } from './threads.en';

export const threads: ThreadWords = {
  leftHelp: 'Vous avez quitté cette conversation. Vous pouvez lire ce qui a été écrit jusque-là. Pour écrire à ces personnes, commencez une nouvelle conversation.', people: 'Dans cette conversation', left: 'Quittée', pinned: 'Épinglé', locked: 'Verrouillé',
  lockedHelp: 'La coordination a verrouillé ce fil. Elle seule peut y répondre. Les réponses par courriel attendent sa décision.',
  was: (title) => `Titre précédent : ${title}`,
  rename: 'Renommer le fil', title: 'Titre', save: 'Renommer',
  renameHelp: 'Toute personne qui peut lire ce fil voit le nouveau titre. L’ancien titre reste dans l’historique, et les réponses aux anciens courriels arrivent toujours ici.',
  renamed: 'Fil renommé.',
  pin: 'Épingler pour tout le monde', unpin: 'Désépingler', isPinned: 'Fil épinglé.', isUnpinned: 'Fil désépinglé.',
  lock: 'Verrouiller le fil', unlock: 'Déverrouiller le fil', isLocked: 'Fil verrouillé.', isUnlocked: 'Fil déverrouillé.',
  move: 'Déplacer vers une autre liste', moveHelp: 'Les mêmes personnes peuvent y lire le fil. Les réponses par courriel à la liste précédente y arrivent toujours.', moveDoes: 'Déplacer', toList: 'Liste', noList: 'Vous ne pouvez lire aucune autre liste.',
  moved: (list) => `Fil déplacé vers ${list}.`,
  split: 'Scinder le fil à partir d’ici', splitHelp: 'Ce message et les suivants deviennent un nouveau fil.', splitDoes: 'Scinder',
  splitMoves: (n) => counted(n, '# message passe dans le nouveau fil.', '# messages passent dans le nouveau fil.'),
  splitStays: (n) => counted(n, '# message ultérieur reste ici, car plus de personnes peuvent le lire.', '# messages ultérieurs restent ici, car plus de personnes peuvent les lire.'),
  splitFirst: 'C’est le premier message du fil : rien n’y resterait. Renommez ou déplacez plutôt le fil.',
  splitDone: 'Fil scindé.', joined: 'Les messages sont de nouveau dans le fil.',
  merge: 'Fusionner avec un autre fil', mergeHelp: 'Les messages sont placés dans l’autre fil par ordre chronologique. Chaque message garde ses lecteurs.', mergeDoes: 'Fusionner', find: 'Chercher un fil', noThread: 'Aucun fil ne correspond.',
  mergeDiffers: (audience) => `Les lecteurs diffèrent. Les messages de ce fil restent lisibles seulement pour : ${audience}.`,
  mergeDone: 'Fils fusionnés.', unmerge: 'Annuler la fusion', unmerged: 'Fusion annulée.',
  leftTo: (list) => `déplacé vers ${list}`, leftInto: (title) => `fusionné avec ${title}`, leftRows: 'Fils déplacés',
  movedFrom: 'Liste précédente', splitFrom: 'Fil d’origine', splitOff: 'Scindé en un nouveau fil', mergedHere: 'Fusionné ici',
  nowIn: 'Les messages de ce fil se trouvent maintenant dans',
  make: { issue: 'Créer un dossier', action: 'Créer une action', question: 'Solliciter une entreprise' },
  inTracker: 'Choisissez le tableau de suivi.', next: 'Continuer', related: 'Éléments liés',
  noCompany: 'Aucune entreprise ne peut lire ce message : ses mots ne peuvent donc pas servir à en solliciter une. Partagez d’abord le message, ou écrivez avec vos propres mots.',
};
