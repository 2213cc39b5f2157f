// What is done to threads, and what messages become, in French.
import type { ThreadWords } from './threads.en';

export const threads: ThreadWords = {
  leftHelp: 'Vous avez quitté cette conversation. Vous pouvez lire ce qui a été écrit jusque-là.', people: 'Dans cette conversation', left: 'Quittée', pinned: 'Épinglé', locked: 'Verrouillé',
  lockedHelp: 'La coordination a verrouillé ce fil. Elle seule peut y répondre. Les réponses par courriel attendent sa décision.',
  was: (title) => `Titre précédent : ${title}`,
  rename: 'Renommer le fil', title: 'Titre', save: 'Renommer',
  renameHelp: 'Toute personne qui peut lire ce fil voit le nouveau titre. L’ancien titre reste dans l’historique, et les réponses aux anciens courriels arrivent toujours ici.',
  renamed: 'Fil renommé.',
  pin: 'Épingler pour tout le monde', unpin: 'Désépingler', isPinned: 'Fil épinglé.', isUnpinned: 'Fil désépinglé.',
  lock: 'Verrouiller le fil', unlock: 'Déverrouiller le fil', isLocked: 'Fil verrouillé.', isUnlocked: 'Fil déverrouillé.',
  make: { issue: 'Créer un dossier', action: 'Créer une action', question: 'Solliciter une entreprise' },
  inTracker: 'Choisissez le tableau de suivi.', next: 'Continuer', related: 'Éléments liés',
  noCompany: 'Aucune entreprise ne peut lire ce message : ses mots ne peuvent donc pas servir à en solliciter une. Partagez d’abord le message, ou écrivez avec vos propres mots.',
};
