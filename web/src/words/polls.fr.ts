// The words of polls in French. Its glossary is that of fr.ts.
import { and, counted, number } from './counts.fr';
import type { PollsWords } from './polls.en';

const share = (n: number): string => `${number(n)} %`;

export const polls: PollsWords = {
  title: 'Consultations', open: 'Ouvrir une consultation', one: 'Consultation', back: 'Consultations',
  empty: 'Aucune consultation pour l’instant', emptyHelp: 'Une consultation demande aux organisations un consentement, un choix, un classement, des notes ou une date. Les réponses arrivent ici et par courriel.',
  comments: 'Commentaires', about: 'Objet',
  groups: { OPEN: 'Ouvertes', CLOSED: 'À conclure', DECIDED: 'Conclues', REVIEWED: 'Réexaminées' },
  states: { OPEN: 'Ouverte', CLOSED: 'Close', DECIDED: 'Conclue', REVIEWED: 'Réexaminée' },
  kinds: { CONSENT: 'Consentement', CHOICE: 'Choix', RANKED: 'Classement', SCORE: 'Notes', TIME: 'Date' },
  kindHelp: {
    CONSENT: 'D’accord, d’accord avec une réserve, s’abstenir ou objecter. Une seule objection ouverte et il n’y a pas de consentement.',
    CHOICE: 'Chaque réponse désigne une option.', RANKED: 'Chaque réponse classe les options. Le décompte se fait par éliminations successives.',
    SCORE: 'Chaque réponse donne à chaque option une note de 0 à 5.', TIME: 'Chaque réponse dit quelles dates conviennent. La conclusion peut planifier l’action.',
  },
  form: {
    kind: 'Type', question: 'Question', description: 'Description', options: 'Options', optionsHelp: 'Une option par ligne, 50 au plus.', times: 'Dates', addTime: 'Ajouter une date', removeTime: 'Retirer cette date',
    starts: 'Début', ends: 'Fin', zone: 'Fuseau horaire', closes: 'Clôture', more: 'Quorum et règles', voice: 'Réponses', voices: { ORGANISATION: 'Une réponse par organisation', SEAT: 'Une réponse par personne' },
    eligible: 'Réponses comptées', eligibles: { CIVIL_SOCIETY: 'Société civile', ALL: 'Toutes les personnes qui lisent la consultation' },
    quorum: 'Quorum en pour cent', quorumHelp: 'La part qui doit répondre. Sans quorum, tout nombre suffit.', bySide: 'Chaque côté doit l’atteindre',
    silence: 'L’absence de réponse vaut', silences: { COUNTS_AS_NOTHING: 'rien', NO_OBJECTION: 'non-objection' },
    shown: 'Réponses affichées', showns: { LIVE: 'dès leur arrivée', AT_CLOSE: 'à la clôture' },
    byMail: 'Vous pouvez aussi ouvrir une consultation par courriel, avec au début des lignes comme Nature : choix et Clôture : 2026-12-01, puis la liste des options.',
    hiddenHelp: 'La personne qui exploite ce serveur pourrait voir les réponses avant la clôture.',
  },
  closes: (when) => `Clôture ${when}`, closed: (when) => `Close ${when}`,
  answered: (n, of) => `${number(n)} sur ${counted(of, '# réponse', '# réponses')}`, asked: (n) => counted(n, '# réponse attendue', '# réponses attendues'),
  mine: 'Répondu', missing: 'Votre réponse manque',
  ballot: {
    of: (organisation) => `Réponse de ${organisation}`, own: 'Votre réponse', view: 'Votre avis', viewHelp: 'Dans cette consultation, votre réponse n’est pas demandée. Votre avis est affiché à côté et n’est pas compté.',
    stance: 'Position', stances: { AGREE: 'D’accord', AGREE_WITH_CONCERN: 'D’accord avec une réserve', STAND_ASIDE: 'S’abstenir', OBJECT: 'Objecter' },
    reason: 'Motif', reasonNeeded: 'Une objection doit être motivée.', choose: 'Choisir une option', rank: 'Votre classement', rankHelp: 'La meilleure d’abord. Les options laissées de côté ne comptent pour personne.', unranked: 'Non classées',
    add: (option) => `Ajouter ${option} au classement`, up: (option) => `Monter ${option}`, down: (option) => `Descendre ${option}`, leave: (option) => `Laisser ${option} de côté`,
    score: 'Note', noScore: 'Aucune note', suits: { YES: 'Oui', MAYBE: 'Peut-être', NO: 'Non' }, send: 'Envoyer la réponse', change: 'Modifier la réponse', sent: 'Réponse enregistrée', given: (when) => `Vous avez répondu ${when}. Vous pouvez modifier la réponse jusqu’à la clôture.`,
    mail: 'par courriel', receipt: 'Reçu', receiptHelp: 'Gardez ce reçu : il permet de vérifier que la réponse a été comptée.',
  },
  hidden: 'Les réponses seront affichées à la clôture.', hiddenQuorum: 'Trop peu de réponses : elles restent masquées jusqu’à la conclusion.',
  tally: {
    title: 'Résultat', none: 'Aucune réponse pour l’instant.', turnout: (side, n, of) => `${side} : ${number(n)} sur ${number(of)}`, sides: { CIVIL_SOCIETY: 'Société civile', COMPANY: 'Entreprises' },
    quorum: (percent) => `Quorum : ${share(percent)}`, quorumBySide: (percent) => `Quorum : ${share(percent)} de chaque côté`, quorate: 'Quorum atteint', notQuorate: 'Quorum non atteint',
    consent: 'Consentement obtenu.', noConsent: 'Consentement non obtenu.', noConsentYet: 'Consentement pas encore obtenu.', objections: (n) => counted(n, '# objection ouverte', '# objections ouvertes'), silent: (n) => counted(n, '# sans réponse', '# sans réponse'),
    best: 'En tête', tied: 'À égalité', condorcet: (option) => `${option} l’emporte sur chaque autre option en comparaison directe.`, rounds: 'Tours', round: (n) => `Tour ${number(n)}`, out: (options) => `Éliminé : ${and(options)}`, exhausted: (n) => counted(n, '# réponse ne désigne aucune option restante', '# réponses ne désignent aucune option restante'),
    count: (n) => counted(n, '# réponse', '# réponses'), mean: (mean, spread) => `${number(mean)} en moyenne, écart ${number(spread)}`, suits: (yes, maybe, no) => `${number(yes)} oui, ${number(maybe)} peut-être, ${number(no)} non`,
  },
  ballots: { title: 'Réponses', views: 'Avis, non comptés', resolved: 'Levée', resolve: 'Lever l’objection', resolveHelp: 'Votre objection reste visible et n’empêche plus le consentement.', note: 'Note', none: 'Aucune réponse pour l’instant.' },
  lead: {
    extend: 'Prolonger', extendTitle: 'Prolonger la consultation', extendHelp: 'Les réponses déjà données restent.', close: 'Clore maintenant', closeTitle: 'Clore la consultation maintenant ?', closeHelp: 'Ensuite, plus personne ne pourra répondre.', decide: 'Noter la conclusion', decideTitle: 'Noter la conclusion', outcome: 'Conclusion', option: 'Option retenue',
    noOption: 'Aucune option', plan: 'Planifier l’action à cette date', review: 'Réexaminer', reviewTitle: 'Noter un réexamen', reviewText: 'Bilan', reviewOn: 'Date de réexamen', again: 'Prochain réexamen', csv: 'CSV', blt: 'BLT', exported: 'Télécharger', exportedAs: 'Télécharger les réponses', saved: 'Enregistré',
  },
  outcome: { title: 'Conclusion', by: (when) => `Notée ${when}`, reviewOn: (day) => `À réexaminer le ${day}`, action: 'Action planifiée' },
  receipts: { title: 'Vérifier un reçu', label: 'Reçu', check: 'Vérifier', found: 'Ce reçu correspond à une réponse à cette consultation.', notFound: 'Aucune réponse à cette consultation n’a ce reçu.' },
};
