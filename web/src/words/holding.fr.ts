// The words of held letters, for who decides about them and for who wrote them. In French; the glossary is that of fr.ts.
import type { HoldingWords } from './holding.en';

export const holding: HoldingWords = {
  holds: {
    title: 'Messages en attente', lead: 'Messages qui attendent votre décision. Ils ne sont pas encore publiés.', from: 'De', to: 'À', approve: 'Approuver', refuse: 'Rejeter…', refuseTitle: 'Rejeter le message ?', refuseHelp: 'L’expéditeur est informé que le message n’a pas été publié et reçoit votre note. Les autres personnes qui décident ici la lisent aussi.', note: 'Note pour l’expéditeur', refuseNow: 'Rejeter', none: 'Aucun message en attente',
    noneHelp: 'Les messages d’adresses inconnues ou contraires aux règles d’une liste attendent ici la coordination.', approved: 'Approuvé. Le message est en route vers la liste.', refused: 'Rejeté. L’expéditeur en est informé.', empty: '(sans objet)', noneOwn: 'Aucun message à confirmer',
    noneOwnHelp: 'Quand un courriel vient de votre adresse sans preuve que vous l’avez écrit, la question vous est posée ici.',
    mine: 'C’est moi, publier', notMine: 'Ce n’est pas moi', notMineDone: 'Non publié.', waits: 'La coordination doit d’abord l’approuver.', takeBack: 'Retirer', takenBack: 'Retiré. Le message n’est pas publié.',
  },
};
