// Les mots des brouillons sur plusieurs appareils.
import type { OwnDraftWords } from './ownDrafts.en';

export const ownDrafts: OwnDraftWords = {
  title: 'Vous avez une autre version de ce texte sur un autre appareil',
  lead: (when) => `Dernière modification là-bas : ${when}. Les deux versions sont conservées jusqu’à ce que vous choisissiez.`,
  readers: (audience) => `Visible là-bas par : ${audience}`,
  useTheirs: 'Utiliser l’autre version', useBoth: 'Ajouter l’autre sous la mienne', useMine: 'Ne garder que la mienne',
  gone: 'Ce texte a été envoyé ou supprimé sur un autre appareil. Votre copie est toujours ici.',
};
