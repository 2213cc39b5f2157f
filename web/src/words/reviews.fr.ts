// The words of reviews in French. Its glossary is that of fr.ts.
import { counted, number } from './counts.fr';
import type { ReviewsWords } from './reviews.en';

export const reviews: ReviewsWords = {
  title: 'Examens', one: 'Examen', of: (text) => `Examen : ${text}`, open: 'Demander des positions', edition: (n) => `Édition ${number(n)}`,
  states: { PLANNED: 'Prévu', OPEN: 'Ouvert', CLOSED: 'Clos', REPORTED: 'Bilan fait' },
  opens: (when) => `Ouvre ${when}`, closes: (when) => `Clôture ${when}`, closed: (when) => `Clos ${when}`,
  coverage: (answered, asked) => `${counted(answered, '# organisation a répondu', '# organisations ont répondu')}, sur ${number(asked)}`,
  covered: (some, all) => `${number(some)} sur ${counted(all, '# disposition', '# dispositions')} avec une réponse`, asFar: 'dans la limite de ce que vous pouvez lire',
  views: { label: 'Affichage', text: 'Texte', table: 'Tableau', uptake: 'Suites' },
  stance: 'Position', stances: { SUPPORT: 'Soutien', CONCERN: 'Réserve', OPPOSE: 'Opposition', AMEND: 'Amendement', NO_VIEW: 'Sans opinion' },
  rest: 'Toutes les autres dispositions', restHelp: 'Vaut pour chaque disposition sans réponse propre.', restOf: 'par « toutes les autres dispositions »',
  answer: {
    title: (organisation) => `Réponses de ${organisation}`, help: 'Choisissez une position pour chaque disposition qui vous concerne. Rien ne part avant que vous appuyiez sur le bouton.',
    reason: 'Raison', words: 'Nouveau texte', wordsNeeded: 'Modifiez le texte, ou choisissez une autre position.', done: (some, all) => `${number(some)} sur ${number(all)} avec une réponse`,
    send: 'Envoyer les réponses', sent: 'Réponses envoyées', draft: 'Enregistrer pour votre organisation', drafted: 'Enregistré. Seule votre organisation peut le lire.', unsent: (n) => counted(n, '# réponse non envoyée', '# réponses non envoyées'), drop: 'Abandonner les changements', next: 'Suivante sans réponse',
    decline: 'Décliner', declineTitle: 'Décliner cet examen ?', declineHelp: 'Les autres voient que votre organisation ne répondra pas. Vous pouvez encore répondre jusqu’à la clôture.', declined: 'Décliné',
    isDraft: 'Brouillon', byMail: 'Vous pouvez aussi répondre au courriel qui annonce cet examen.',
  },
  others: (n) => counted(n, '# réponse', '# réponses'), proposes: 'Propose', none: 'Pas encore de réponse',
  organisations: 'Organisations sollicitées', answered: 'A répondu', missing: 'Pas encore de réponse', declined: 'A décliné',
  table: { label: 'Positions par disposition et par organisation', provision: 'Disposition', opposed: 'Les plus contestées d’abord', download: 'Télécharger en CSV' },
  uptake: {
    title: (n) => `Ce que l’édition ${number(n)} en a fait`, help: 'Pour chaque amendement, la part de ses mots changés qui a été reprise. Pour chaque disposition contestée, si elle a disparu.', none: 'Personne n’a demandé de changement que vous puissiez lire.', outcomes: { TAKEN: 'Repris', PARTLY_TAKEN: 'Repris en partie', NOT_TAKEN: 'Non repris' },
    proposed: 'Proposé', now: 'Maintenant', gone: 'La disposition a disparu.', share: (percent) => `${number(percent)} %`, compare: 'Comparer les éditions',
  },
  form: { brief: 'Points à regarder', closes: 'Clôture', organisations: 'Qui est sollicité', all: 'Tout choisir', none: 'Ne rien choisir', sent: 'Examen ouvert. Les organisations sont prévenues par courriel.', few: 'Choisissez au moins une organisation.' },
  lead: {
    extend: 'Prolonger', extendTitle: 'Prolonger l’examen', extendHelp: 'Les réponses déjà données restent.', close: 'Clore maintenant', closeTitle: 'Clore l’examen maintenant ?', closeHelp: 'Personne ne pourra plus répondre.', remind: 'Relancer', remindTitle: 'Relancer celles qui n’ont pas répondu ?',
    remindHelp: 'Chacune reçoit un courriel.', report: 'Faire le bilan', reportTitle: 'Bilan de l’examen', reportText: 'Résultats', saved: 'Enregistré', reminded: 'Relance envoyée',
  },
  report: { title: 'Résultats', by: (when) => `Bilan fait ${when}` },
};
