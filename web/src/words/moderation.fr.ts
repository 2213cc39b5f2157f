// The words for what waits for a convenor, and for who is asked first, in French. Their glossary is that of fr.ts; who is read first: lecture préalable.
import type { ModerationWords } from './moderation.en';

export const moderation: ModerationWords = {
  title: 'Lecture préalable', lead: 'La coordination choisit ici ce qu’elle lit avant publication, et à qui les listes se fient.', link: 'Lecture préalable',
  lists: 'Listes', seats: 'Personnes', save: 'Enregistrer', saved: 'Enregistré. Cela vaut pour tous les courriels à partir de maintenant.',
  stop: 'Arrêter…', stopNamed: (list) => `Arrêter… ${list}`, stopTitle: (list) => `Arrêter « ${list} » ?`, stopDo: 'Arrêter',
  stopHelp: 'À partir de maintenant, la coordination lit d’abord tout ce qui y est publié, par courriel et dans le navigateur. Rien n’est perdu : cela attend. Les personnes qui peuvent y publier l’apprennent là où elles écrivent.',
  run: 'Remettre en marche', runNamed: (list) => `Remettre en marche : ${list}`, stopped: 'Arrêtée', running: 'En marche', stoppedNow: (list) => `La liste ${list} est arrêtée. Tout ce qui y est publié attend la coordination.`, runsNow: (list) => `La liste ${list} est remise en marche. Ce qui attend déjà attend toujours une décision.`,
  strangers: 'Courriels de personnes qui ne peuvent pas y écrire', strangersWays: { HOLD: 'Attendent la coordination', REFUSE: 'Sont refusés, et ces personnes l’apprennent' },
  proof: 'Ce qui montre qu’un membre a écrit un courriel', proofs: { SIGNATURE_OR_HOST: 'Une signature, ou la parole d’un serveur de courriel indiqué ici', SIGNATURE: 'Seulement une signature vérifiée ici', ASK: 'Rien : la question est posée chaque fois à qui a écrit' },
  noLists: 'Il n’y a aucune liste que vous lisiez.',
  seatsHelp: 'La coordination lit d’abord tout ce que disent ces personnes, sur toutes les listes et sous tous les dossiers, nouvelles et actions. Elles l’apprennent là où elles écrivent.',
  none: 'La lecture préalable ne vise personne.', who: 'Qui lire d’abord', choose: 'Choisir…', add: 'Lire d’abord', added: (name) => `La coordination lit d’abord ce que publie ${name}.`, free: 'Laisser publier', freeNamed: (name) => `Laisser publier : ${name}`, freed: (name) => `${name} publie de nouveau sans lecture préalable.`,
  onlyConvenors: 'La coordination en décide. Vous voyez ce qui vaut pour vous.',
  banner: { list: 'Cette liste est arrêtée : la coordination lit d’abord tout ce qui y est publié. Ce que vous envoyez attend jusque-là.', seat: 'La coordination lit d’abord ce que vous publiez. Ce que vous envoyez attend jusque-là.', convenor: 'Cette liste est arrêtée : la coordination lit d’abord ce que les autres y publient. Ce que vous écrivez est publié tout de suite.', choose: 'Changer cela' },
  hold: {
    waits: 'En attente de la coordination', asks: 'Un courriel attend votre décision', posted: 'Publié', refused: 'Non publié', discarded: 'Non publié', withdrawn: 'Retiré', expired: 'Non publié',
    waitsHelp: (until) => `Il n’est pas encore publié : seules les personnes qui décident peuvent le lire, et vous. Sans décision d’ici au ${until}, il n’est pas publié, et vous l’apprenez.`,
    decideHelp: (until) => `Il n’est pas encore publié. Sans décision d’ici au ${until}, il n’est pas publié, et la personne qui l’a envoyé l’apprend.`,
    postedHelp: 'Il a été autorisé, et se trouve là où il devait aller.', expiredHelp: 'Personne n’a décidé à temps. Il peut être envoyé de nouveau.', by: (name) => `Décision prise par ${name}.`, note: 'À la personne qui l’a envoyé', toPlace: 'Vers la conversation', toList: 'Vers la liste', all: 'Courriels en attente',
    reasons: 'Motif de l’attente', files: 'Fichiers', readers: 'S’il passe', until: 'Attend jusqu’au', posts: 'Publié à', postNow: 'Publier maintenant', untitled: '(sans objet)',
    unread: 'Il n’a pas pu être lu ; personne ne sait donc encore à qui il s’adresse : il demande peut-être moins de lecteurs que ce lieu n’en a. Faites-le relire, et il atteint les personnes qu’il demande et nulle autre.', givenUp: 'Il n’a pas pu être lu, par deux fois ; personne ne sait donc à qui il s’adresse, et il ne peut pas être publié. Refusez-le, et demandez qu’il soit renvoyé sous une forme plus simple.', readAgain: 'Le faire relire', readingAgain: 'Il est relu. Il n’est publié que s’il peut être lu.', readOnce: 'Il a été relu', readOnceHelp: 'Il a suivi le chemin de tout courriel : il est publié, attend de nouveau, ou a été refusé.',
    discard: 'Jeter…', discardTitle: 'Jeter ce courriel ?', discardHelp: 'Il n’est pas publié. Une personne qui l’a envoyé sans être membre n’en apprend rien, ce qui vaut mieux pour la publicité ; un membre apprend qu’il n’a pas été publié. C’est définitif.', discardNow: 'Jeter', discarded_: 'Le courriel a été jeté.',
    keys: 'Sur cette page : a mène au bouton qui laisse passer ; r refuse et x jette, et tous deux demandent encore une confirmation.',
    withdrawTitle: 'Le retirer ?', withdrawHelp: 'Il n’est pas publié, et la question n’est plus posée à personne. Vous pouvez l’écrire de nouveau.', withdraw: 'Retirer', waiting: 'De vous, et pas encore publié :', see: 'Motif de l’attente',
  },
};
