// The words for what waits for a convenor, and for who is asked first, in French. Their glossary is that of fr.ts; who is read first: lecture préalable.
import type { ModerationWords } from './moderation.en';

export const moderation: ModerationWords = {
  title: 'Modération', lead: 'La coordination choisit ici les messages à approuver avant publication, et les expéditeurs admis par les listes.', link: 'Modération',
  lists: 'Listes', seats: 'Personnes', save: 'Enregistrer', saved: 'Enregistré. Valable dès maintenant.',
  stop: 'Modérer…', stopNamed: (list) => `Modérer… ${list}`, stopTitle: (list) => `Modérer « ${list} » ?`, stopDo: 'Modérer cette liste',
  stopHelp: 'Désormais, la coordination doit approuver chaque message à cette liste, par courriel et dans le navigateur. Rien n’est perdu : les messages attendent. Toutes les personnes qui peuvent y publier le voient là où elles écrivent.',
  run: 'Arrêter la modération', runNamed: (list) => `Arrêter la modération : ${list}`, stopped: 'Modérée', running: 'Non modérée', stoppedNow: (list) => `La liste ${list} est modérée. Chaque message attend la coordination.`, runsNow: (list) => `La liste ${list} n’est plus modérée. Les messages déjà en attente restent à décider.`,
  strangers: 'Courriels de personnes qui ne peuvent pas y publier', strangersWays: { HOLD: 'Attente de la coordination', REFUSE: 'Rejet, en prévenant l’expéditeur' },
  proof: 'Preuve qu’un membre a écrit un courriel', proofs: { SIGNATURE_OR_HOST: 'Une signature, ou un serveur de courriel indiqué ici', SIGNATURE: 'Seulement une signature vérifiée ici', ASK: 'Aucune : demander chaque fois à la personne' },
  noLists: 'Aucune liste que vous puissiez lire.',
  seatsHelp: 'La coordination doit approuver tout ce que publient ces personnes : listes, dossiers, communications et actions. Elles le voient là où elles écrivent.',
  none: 'Aucun membre modéré.', who: 'Membre', choose: 'Choisir…', add: 'Modérer ce membre', added: (name) => `La coordination doit approuver les messages de ${name}.`, free: 'Arrêter la modération', freeNamed: (name) => `Arrêter la modération : ${name}`, freed: (name) => `Les messages de ${name} n’ont plus besoin d’approbation.`,
  onlyConvenors: 'Seule la coordination peut modifier ces réglages. Vous voyez ceux qui vous concernent.',
  banner: { list: 'Cette liste est modérée. Votre message attendra la coordination.', seat: 'La coordination doit approuver vos messages. Ils attendent jusque-là.', convenor: 'Cette liste est modérée : les messages des autres attendent la coordination. Les vôtres sont publiés sans délai.', choose: 'Modifier' },
  hold: {
    waits: 'Message en attente d’approbation', asks: 'Message en attente de votre décision', posted: 'Message publié', refused: 'Message non publié', discarded: 'Message non publié', withdrawn: 'Message retiré', expired: 'Message non publié',
    waitsHelp: (until) => `Le message n’est pas encore publié. Seules les personnes qui décident peuvent le lire, et vous. Sans décision d’ici au ${until}, il n’est pas publié et vous l’apprenez.`,
    decideHelp: (until) => `Le message n’est pas encore publié. Sans décision d’ici au ${until}, il n’est pas publié et l’expéditeur en est informé.`,
    postedHelp: 'Il a été approuvé et publié à sa destination.', expiredHelp: 'Personne n’a décidé à temps. Il peut être envoyé de nouveau.', by: (name) => `Décision prise par ${name}.`, note: 'Note pour l’expéditeur', toPlace: 'Ouvrir le fil', toList: 'Ouvrir la liste', all: 'Messages en attente',
    reasons: 'Motif de l’attente', files: 'Fichiers', readers: 'Si le message est approuvé', until: 'En attente jusqu’au', posts: 'Publié à', postNow: 'Publier maintenant', untitled: '(sans objet)',
    unread: 'Ce courriel n’a pas pu être lu : on ne sait donc pas encore à qui il s’adresse. Il demande peut-être moins de lecteurs que ce lieu n’en a. Relancez la lecture : il n’atteindra que les personnes qu’il demande.', givenUp: 'Ce courriel n’a pas pu être lu, par deux fois : on ne sait donc pas à qui il s’adresse. Il ne peut pas être publié. Rejetez-le et demandez à l’expéditeur une forme plus simple.', readAgain: 'Relancer la lecture', readingAgain: 'Lecture en cours. Le message n’est publié que s’il peut être lu.', readOnce: 'Courriel relu', readOnceHelp: 'Il a ensuite été traité comme tout courriel : publié, de nouveau en attente, ou rejeté.',
    discard: 'Supprimer…', discardTitle: 'Supprimer le message ?', discardHelp: 'Il n’est pas publié. Un expéditeur qui n’est pas membre n’en est pas informé, ce qui vaut mieux pour la publicité. Un membre apprend que le message n’a pas été publié. C’est définitif.', discardNow: 'Supprimer', discarded_: 'Message supprimé.',
    keys: 'Raccourcis : a approuver, r rejeter, x supprimer. Rejeter et supprimer demandent une confirmation.',
    withdrawTitle: 'Retirer le message ?', withdrawHelp: 'Le message n’est pas publié, et plus personne n’est invité à l’approuver. Vous pouvez l’écrire de nouveau.', withdraw: 'Retirer', waiting: 'Vos messages en attente :', see: 'Motif de l’attente',
  },
};
