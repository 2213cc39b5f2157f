// The words of actions in French. Their glossary is that of fr.ts.
import type { ActingWords } from './actions';
import { counted } from './counts.fr';

export const acting: ActingWords = {
  more: 'Plus : organisations sollicitées, ordre du jour, rappels', allDay: 'Journées entières', lastDay: 'Dernier jour', firstDay: 'Jour', asked: 'Organisations sollicitées', strategies: 'Stratégie', link: 'Lien pour rejoindre un appel', agenda: 'Ordre du jour', channel: 'Voie de dépôt', channelHelp: 'Le portail, le guichet ou l’adresse où va la contribution.', receipt: 'Accusé de réception', receiptHelp: 'Ce que l’administration a remis en retour, par exemple un numéro.', replyDue: 'Réponse attendue', reminders: 'Rappels aux personnes qui participent', strategyWords: { RESEARCH: 'Recherche', PUBLIC_ADVOCACY: 'Plaidoyer public', PRIVATE_ADVOCACY: 'Plaidoyer non public', INVESTOR_ENGAGEMENT: 'Dialogue avec les investisseurs', CONSUMER_AWARENESS: 'Sensibilisation des consommateurs', MULTISTAKEHOLDER_INITIATIVE: 'Initiative multipartite', OTHER: 'Autre' },
  reminderWords: { WEEK: 'Une semaine avant', TWO_DAYS: 'Deux jours avant', DAY: 'Un jour avant', TWO_HOURS: 'Deux heures avant', HALF_HOUR: 'Une demi-heure avant' },
  join: 'Rejoindre l’appel', links: 'En lien avec', follows: 'Suivie de', replies: 'Réponses de l’administration', addReply: 'Ajouter une réponse', replyOn: 'Reçue le', replyText: 'Ce qu’elle dit', saveReply: 'Enregistrer la réponse', noReply: 'Pas encore de réponse.',
  embargo: {
    title: 'Sous embargo', until: (when, who) => `Jusqu’au ${when}, seules les personnes désignées ici le savent. Ensuite, cela s’ouvre à : ${who}.`, set: 'Mettre un embargo', change: 'Modifier', off: 'Lever', offDone: 'L’embargo est levé. Cela n’informe personne d’autre.', dialog: 'Quand cela s’ouvre-t-il aux autres ?', help: 'Jusqu’à ce moment, seules les personnes désignées lisent ceci, et personne d’autre ne peut savoir que cela existe. À ce moment, cela s’ouvre tout seul.', at: 'Fin', zone: (zone) => `Heure du fuseau ${zone}`, to: 'Qui lira ceci ensuite', doIt: 'Mettre l’embargo', done: 'L’embargo est en place.',
  },
  you: 'Vous', come: 'Je viendrai', maybe: 'Peut-être', cannot: 'Je ne peux pas', who: 'Qui vient', nobody: 'Personne ne l’a encore dit.', comes: 'Viennent', mayCome: 'Peut-être', doNot: 'Ne peuvent pas', note: 'Une note avec votre réponse', saveNote: 'Enregistrer la note',
  there: 'Présences', noteThere: 'Noter les présences', thereHelp: 'Toutes les personnes qui lisent cette action les voient.', saveThere: 'Enregistrer', thereSaved: 'C’est noté.', thereNobody: 'Pas encore notées.',
  earlierWord: 'Dit auparavant à moins de lecteurs',
  earlierMinutes: 'Compte rendu pour moins de lecteurs, d’avant l’ouverture à d’autres', earlierPresent: 'Noté pour moins de lecteurs, avant l’ouverture à d’autres',
  minutes: 'Compte rendu', noMinutes: 'Rien de noté pour l’instant. Une ligne qui commence par « - [ ] » peut devenir une tâche.', makeTask: 'En faire une tâche', taskNamed: (title) => `En faire une tâche : ${title}`, taskMade: 'Tâche créée', tasks: 'À faire, d’après le compte rendu',
  month: 'Mois', before: 'Mois précédent', after: 'Mois suivant', now: 'Ce mois-ci', days: (day, count) => (count === 0 ? `${day} : rien` : `${day} : ${counted(count, 'action', 'actions')}`), noneThisMonth: 'Rien pour ce mois.', inZone: (zone) => `Jours et heures de votre fuseau, ${zone}`, week: 'Semaine',
  calendar: {
    open: 'Dans mon calendrier', title: 'Les actions dans votre calendrier', help: 'Votre logiciel de calendrier peut afficher ces actions et les tenir à jour. Il lui faut une adresse à lui. Qui détient cette adresse lit les actions que vous pouvez lire ; ne la donnez donc à personne.', make: 'Créer une adresse', made: 'L’adresse de votre calendrier', madeHelp: 'Ajoutez-la comme abonnement dans votre logiciel de calendrier. Elle n’est affichée que cette fois.', copy: 'Copier', copied: 'Copiée.', done: 'Je l’ai', none: 'Aucun logiciel ne lit encore en votre nom.', end: 'Y mettre fin', endNamed: (when) => `Y mettre fin : adresse créée le ${when}`, ended: 'Cette adresse n’affiche plus rien, dans les lecteurs de flux non plus.', since: 'créée le', name: 'Calendrier',
  },
  activity: {
    title: 'Ce qu’elle a fait', help: 'Dans la mesure où vous pouvez le lire.', link: (name) => `Ce qu’a fait ${name}`, committed: 'A dit qu’elle participerait', may: 'A dit peut-être', owns: 'En a la charge', delivered: 'Terminée', open: 'Encore ouverte', did: 'Récemment', none: 'Rien que vous puissiez lire pour l’instant.', back: 'Personnes et organisations', kept: (done, all) => `${done} sur ${all} ${done < 2 ? 'terminée' : 'terminées'}`,
  },
};
