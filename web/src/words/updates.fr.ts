// The words of what becomes of updates in French. Their glossary is that of fr.ts; retract rétracter, draft brouillon, feed reader lecteur de flux.
import { counted } from './counts.fr';
import type { UpdatesMoreWords } from './updates';

export const updatesMore: UpdatesMoreWords = {
  retractedBy: 'Rétractée par', retractedHelp: 'L’entreprise ne la maintient plus. Elle reste visible, car d’autres ont pu s’y fier.',
  provision: 'Disposition', provisionHelp: 'Par exemple : Partie I, 3. Laissez vide si elle porte sur l’ensemble.', due: 'Promis pour le', dueKept: 'Le jour promis d’abord reste visible.', dueHelp: 'Seulement si l’entreprise le promet pour un jour donné.', overdue: 'Ce jour est passé', kept: 'Tenu', links: 'Se rattache à', issues: 'Ce à quoi elle se rattache', issuesHelp: 'Références de dossiers, comme COP-12, ou adresses de pages de dossiers, d’actions et de nouvelles d’ici, séparées par des virgules.', more: 'Disposition, promesse, dossiers, brouillon, heure',
  stage: 'Où en est-on ?', stageNote: 'Qu’est-ce que cela veut dire ? (peut rester vide)', stageSave: 'Enregistrer l’étape', stageSaved: 'Toutes les personnes qui lisent ceci l’apprennent.',
  correct: 'Corriger', correctTitle: 'Corriger cette nouvelle', correctHelp: 'On y voit ce qu’elle dit maintenant et ce qu’elle disait avant, et les personnes qui la lisent l’apprennent par courriel.', correctNote: 'Pourquoi ? (peut rester vide)', correctDo: 'Corriger',
  retract: 'Rétracter', retractTitle: 'Rétracter cette nouvelle', retractHelp: 'Elle reste visible, signalée, avec votre motif. Toutes les personnes qui la lisent l’apprennent. C’est définitif.', reason: 'Pourquoi ?', retractDo: 'Rétracter',
  read: 'Nous l’avons lue', readNamed: (organisation) => `Dire pour ${organisation} : nous l’avons lue`, readBy: 'Lue par', readByNone: 'Aucune organisation n’a encore dit l’avoir lue.', readDone: 'Votre organisation a dit l’avoir lue.',
  past: (n) => (n === 1 ? 'Ce qui a changé : une fois' : `Ce qui a changé : ${n} fois`), before: 'Elle disait avant', staged: 'Étape précédente', why: 'Pourquoi',
  feeds: {
    open: 'Dans un lecteur de flux', title: 'Les nouvelles dans un lecteur de flux', help: 'Une adresse à vous, pour un lecteur de flux. Elle montre ce que vous pouvez lire ici à ce moment-là. Qui en détient une de toutes les entreprises peut lire aussi vos dossiers et actions : traitez-la comme un mot de passe. Elle prend fin avec votre siège.',
    shown: 'Copiez-la maintenant : elle n’est affichée que cette fois.', copy: 'Copier', copyNamed: (form) => `Copier l’adresse pour ${form}`, copied: 'Copiée.', name: 'Pour quel lecteur ?', which: 'Quelles nouvelles ?', all: 'Toutes les entreprises', make: 'Créer une adresse', revoke: 'Révoquer', revokeNamed: (name) => `Révoquer ${name}`, revoked: 'Cette adresse n’existe plus, définitivement.', none: 'Aucun lecteur de flux ne lit en votre nom.',
  },
  needsHeadline: 'Il pourra partir dès qu’il aura un titre.', needsText: 'Il pourra partir dès que quelque chose figure sous le titre.',
  drafts: {
    title: (n) => (n === 0 ? 'Aucun brouillon' : n === 1 ? 'Un brouillon' : `${n} brouillons`), second: 'Une deuxième liaison confirme nos nouvelles', at: 'publication prévue :', wanted: 'publication souhaitée :', publish: 'Publier', confirm: 'Confirmer', publishNamed: (title) => `Publier : ${title}`, waits: 'Une autre liaison de votre entreprise doit le confirmer.', discard: 'Jeter', discardNamed: (title) => `Jeter : ${title}`,
    toSecond: 'Soumettre à une deuxième liaison', toSecondDone: 'Ce brouillon attend ci-dessous qu’une autre liaison de votre entreprise le confirme.', keepDo: 'Garder comme brouillon', keepDone: 'Gardé ci-dessous. Seule votre entreprise le voit.', schedule: (when) => `Publier le ${when}`, scheduled: (when) => `Publication prévue le ${when}. D’ici là, seule votre entreprise le voit.`,
    sendBack: 'Renvoyer', sendBackNamed: (title) => `Renvoyer : ${title}`, returnTitle: 'Renvoyer ce brouillon ?', returnHelp: (title) => `« ${title} » attendra alors son auteur. Seule votre entreprise lit ce que vous écrivez.`, returnNote: 'Que faut-il changer ?', returnedBy: 'Renvoyé par',
    confirmedBy: 'confirmé par', change: 'Modifier', confirmNamed: (title) => `Confirmer : ${title}`, changeNamed: (title) => `Modifier : ${title}`, busy: 'Un autre brouillon est en cours de modification. Enregistrez-le ou annulez d’abord.', save: 'Enregistrer le brouillon', gone: 'Ce brouillon a été publié ou jeté entre-temps. Votre texte est toujours là.', asNew: 'Garder comme nouveau brouillon', discardTitle: 'Jeter ce brouillon ?', discardHelp: (title) => `« ${title} » disparaîtra, pour toute votre entreprise.`,
    files: (n) => (n === 1 ? 'Un fichier l’accompagne' : `${n} fichiers l’accompagnent`), original: 'La lettre telle qu’elle est arrivée', goneFiles: (names) => `Ses fichiers n’y sont plus : joignez de nouveau ce qui doit l’accompagner (${names}).`, keep: 'Garder en brouillon', later: 'Publier le', laterHelp: 'Dans votre fuseau horaire. Laissez vide pour publier maintenant.',
  },
  hooks: {
    open: 'Informer un programme', title: 'Programmes informés', help: 'Un programme, à une adresse à vous, est informé des nouvelles que vous pouvez lire, dès leur arrivée. Jamais des commentaires, des brouillons ni de ce qui ne doit pas être cité. Cela prend fin avec votre siège.',
    shown: 'Ses appels sont signés avec ce secret. Copiez-le maintenant : il n’est affiché que cette fois.', name: 'Qu’est-ce que c’est ?', url: 'Son adresse', urlHelp: 'https://, joignable depuis Internet.', make: 'Ajouter', remove: 'Enlever', removeNamed: (name) => `Enlever ${name}`, removed: 'Il n’est plus informé de rien.', none: 'Aucun programme n’est informé en votre nom.',
    failed: 'Le dernier appel a échoué :', stopped: 'Il n’est plus informé :', dead: (n) => (n < 2 ? `${n} appel a été abandonné.` : `${n} appels ont été abandonnés.`), retry: 'Réessayer', retryNamed: (name) => `Réessayer : ${name}`, retried: 'Nouvel essai d’ici quelques secondes.',
    renew: 'Nouveau secret', renewNamed: (name) => `Nouveau secret pour ${name}`, renewed: (name) => `Les appels à ${name} sont signés avec ce secret dès maintenant, et pendant un jour aussi avec le précédent. Copiez-le maintenant : il n’est affiché que cette fois.`,
  },
  board: {
    open: 'Tableau des entreprises', first: 'd’abord promis pour le', title: 'Tableau des entreprises', lead: 'Qui s’est exprimé et quand, ce qui est ouvert, ce qui a été promis et tenu : dans la mesure où vous pouvez le lire.',
    nothingSaid: 'Rien n’a été dit ni demandé ces douze derniers mois.', questions: 'Questions ouvertes', waiting: (n) => `la plus ancienne attend depuis ${counted(n, 'jour', 'jours')}`, requests: 'Demandes ouvertes', promised: 'Promis', kept: 'Tenu', overdue: 'En retard', by: 'pour le',
    chart: 'Les douze derniers mois', chartOf: (name) => `${name} : nouvelles et heures avant une réponse, par mois`, table: 'En tableau', month: 'Mois', updates: 'Nouvelles', asked: 'Questions', answered: 'Réponses', median: 'Heures avant une réponse (médiane)', said: (n) => counted(n, 'nouvelle', 'nouvelles'), hours: (n) => `${n} h`, noAnswer: '–',
  },
  questions: 'Questions à l’entreprise', open: 'Attend une réponse', answered: 'Réponse donnée', toAnswer: 'La réponse', toQuestion: 'La question',
};
