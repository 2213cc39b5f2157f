// Les mots des brouillons sur plusieurs appareils.
import type { OwnDraftWords } from './ownDrafts.en';

export const ownDrafts: OwnDraftWords = {
  title: 'Vous avez une autre version de ce texte sur un autre appareil',
  lead: (when) => `Dernière modification là-bas : ${when}. Les deux versions sont conservées jusqu’à ce que vous choisissiez.`,
  readers: (audience) => `Visible là-bas par : ${audience}`,
  there: 'Sur l’autre appareil', below: 'Sur cet appareil',
  useTheirs: 'Utiliser l’autre version', useBoth: 'Ajouter l’autre sous la mienne', useMine: 'Ne garder que la mienne',
  gone: 'Ce texte a été envoyé ou supprimé sur un autre appareil. Votre copie est toujours ici.',
  page: {
    title: 'Vos brouillons', none: 'Aucun brouillon', noneHelp: 'Ce que vous commencez à écrire sans l’envoyer est conservé ici. Vous seul·e pouvez le voir.', toActivity: 'Aller à l’activité',
    help: 'Visibles par vous uniquement, sur tous vos appareils. Un brouillon est supprimé 90 jours après sa dernière modification. La limite est de 100 brouillons.',
    becomes: { thread: 'Nouveau fil', reply: 'Réponse', issue: 'Nouveau dossier', action: 'Nouvelle action', poll: 'Nouvelle consultation', update: 'Communication', edit: 'Modification' },
    parts: { message: 'Modification d’un message', title: 'Modification d’un titre', description: 'Modification d’une description', provision: 'Modification d’une disposition', minutes: 'Modification d’un compte rendu', outcome: 'Modification d’un résultat', agenda: 'Modification d’un ordre du jour' },
    here: 'dans ce navigateur uniquement pour l’instant', readers: (audience) => `Visible par : ${audience}`,
    open: 'Ouvrir', discard: 'Supprimer', discardNamed: (title) => `Supprimer : ${title}`, discarded: 'Brouillon supprimé.',
  },
};
