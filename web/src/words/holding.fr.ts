// The words of held letters, for who decides about them and for who wrote them. In French; the glossary is that of fr.ts.
import type { HoldingWords } from './holding.en';

export const holding: HoldingWords = {
  holds: {
    title: 'Courriels en attente', lead: 'Des courriels reçus qui attendent votre décision. Ils ne sont pas encore publiés.', from: 'De', to: 'À', approve: 'Laisser passer', refuse: 'Refuser…', refuseTitle: 'Refuser ce courriel', refuseHelp: 'La personne qui l’a envoyé apprend qu’il n’a pas été publié. Votre note est ajoutée, et les personnes qui décident ici la lisent aussi.', note: 'Note pour cette personne', refuseNow: 'Refuser', none: 'Aucun courriel en attente',
    noneHelp: 'Un courriel d’une adresse sans siège, ou qui enfreint une règle de la liste, attend ici que la coordination le laisse passer ou le refuse.', approved: 'Le courriel passe ; il est en route vers la liste.', refused: 'Refusé ; la personne qui l’a envoyé en est informée.', empty: '(sans objet)', noneOwn: 'Aucun courriel ne vous attend',
    noneOwnHelp: 'Quand un courriel vient de votre adresse et que rien ne prouve que vous l’avez écrit, la question vous est posée ici.',
    mine: 'C’est bien moi, publier', notMine: 'Ce n’est pas moi', notMineDone: 'Il n’est pas publié.', waits: 'La coordination le lit d’abord.', takeBack: 'Retirer', takenBack: 'Vous l’avez retiré. Il n’est pas publié.',
  },
};
