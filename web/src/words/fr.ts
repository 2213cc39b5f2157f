// The words in French. Glossary, kept throughout (one concept, one word, here and in letters):
// workspace espace de travail · membership accès · audience visibilité (label: visible par) · convenor la coordination ·
// member membre · company liaison point focal · observer en observation · organisation organisation · company entreprise ·
// list liste · thread fil · message message · email courriel · email address adresse électronique · comment commentaire ·
// tracker suivi · issue dossier · key référence · label étiquette · provision disposition · due date échéance ·
// update communication · action action · pending message message en attente · approve approuver · reject rejeter ·
// discard supprimer · undo send annuler l’envoi · widen élargir · narrow restreindre · share partager · hand over transmettre ·
// digest récapitulatif · announcement annonce · notification notification · archive archive · audit log journal d’audit ·
// agency autorité · webhook delivery envoi · saved view vue · owner propriétaire · sign in se connecter · passkey clé d’accès ·
// sign-in code code · access token jeton d’accès · account recovery récupération du compte · session session.
// Roles and states are named so that they fit anyone; before ; ! ? and within « » stands U+202F, before a colon U+00A0.
import { and, bytes, counted, organisations, people } from './counts.fr';
import { acts } from './acts.fr';
import { enums } from './enums.fr';
import type { Words } from './en';

const of = (name: string): string => (/^[aeiouàâäéèêëîïôöùûüœæ]/i.test(name) ? `d’${name}` : `de ${name}`);

export const fr: Words = {
  product: 'Caucus',
  common: { archived: 'Archives',
    addressOf: 'Cette adresse appartient à',
    save: 'Enregistrer', cancel: 'Annuler', close: 'Fermer', edit: 'Modifier', undo: 'Annuler', retry: 'Réessayer', loading: 'Chargement…',
    saving: 'Enregistrement…', more: 'Afficher la suite', optional: 'facultatif', you: 'vous', none: 'Aucun', menu: 'Menu',
    unknownPerson: 'Quelqu’un', skip: 'Aller au contenu',
    ask: 'Demandez à', formerly: 'accès terminé', organisation: 'Organisation', name: 'Nom', address: 'Adresse électronique',
  },
  title: (page, place) => (place ? `${page} · ${place}` : page),
  nav: {
    main: 'Espace de travail', activity: 'Activité', lists: 'Listes', trackers: 'Suivis', updates: 'Communications', actions: 'Actions',
    people: 'Organisations', settings: 'Réglages', instruments: 'Textes', polls: 'Consultations', poll: 'consultation', openPoll: 'Ouvrir une consultation', holds: 'Messages en attente', account: 'Compte', drafts: 'Brouillons', myProfile: 'Votre profil', myMail: 'Réglages des courriels', myAccount: 'Votre compte', workspaces: 'Mes espaces de travail', signOut: 'Se déconnecter',
    shortcuts: 'Raccourcis clavier', theme: 'Apparence', language: 'Langue', themes: { auto: 'Comme l’appareil', light: 'Claire', dark: 'Sombre' },
    conversations: 'Conversations', converse: 'Nouvelle conversation', files: 'Fichiers', search: 'Recherche', guide: 'Guide de bienvenue', catchUp: 'Rattrapage', bell: (n) => (n === 0 ? 'Notifications : aucune non lue' : counted(n, 'Notifications : # non lue', 'Notifications : # non lues')), newHere: (n) => counted(n, '# nouveauté', '# nouveautés'),
  },
  palette: { planAction: 'Planifier une action', inMinutes: 'Compte rendu',
    title: 'Aller à', label: 'Aller à une page ou lancer une commande', placeholder: 'Liste, dossier, fil ou commande…', page: 'Page', nothing: 'Aucun résultat.', open: 'Aller à une page ou lancer une commande',
    lookFor: (words) => `Chercher « ${words} »`,
  },
  audience: {
    who: 'Visible par', change: 'Choisir la visibilité',
    chip: (word, n) => `${word}, ${people(n)}`,
    readers: (n) => counted(n, 'personne peut lire', 'personnes peuvent lire'),
    count: (n, orgs) => `${people(n)} de ${organisations(orgs)}`,
    noCompany: 'Aucune entreprise ne peut lire ceci.', companiesRead: (names) => `${and(names)} ${counted(names.length, 'peut', 'peuvent')} lire ceci.`,
    pickNamed: 'Choisir des personnes…', pickNamedTitle: 'Choisir qui peut lire ceci',
    pickNamedHelp: 'Vous pouvez choisir parmi les personnes qui ont déjà accès ici. Vous en faites toujours partie.',
    useNamed: (n) => counted(n, 'Cette personne uniquement', 'Ces # personnes uniquement'),
    onlyNarrower: 'Ici, vous pouvez seulement restreindre la visibilité.', gone: 'La visibilité choisie n’est plus proposée ici. Choisissez-en une autre avant d’envoyer.', othersNow: (before) => `Les personnes qui peuvent lire ont changé pendant que vous écriviez (avant : ${before}). Rien n’a été enregistré.`, goOn: 'Accepter ce changement',
    company: 'Entreprise',
  },
  willSee: {
    one: (n, orgs) => `Sera visible par ${people(n)} de ${organisations(orgs)} : {list}`,
    both: (n, orgs) => `Sera visible par ${people(n)} de ${organisations(orgs)} : {list} ; et {item}`, all: 'Afficher toutes ces personnes',
  },
  send: {
    to: (n, orgs) => `Envoyer à ${people(n)} de ${organisations(orgs)}`,
    including: (n, orgs, companies) => `Envoyer à ${people(n)} de ${organisations(orgs)}, dont ${and(companies)}`,
    short: (n) => `Envoyer à\u00a0${n}`, counting: 'Calcul du nombre de personnes…', write: 'Écrire…', reply: 'Écrire une réponse', comment: 'Écrire un commentaire',
    answering: (name) => `Réponse à ${name}`, keepsAudience: 'Une réponse a la même visibilité que le message d’origine.',
    stopAnswering: 'Répondre plutôt au fil', reads: 'Vous pouvez lire ici, mais pas publier.',
  },
  outbox: {
    pending: 'La coordination doit d’abord approuver ce message. Il figure parmi les messages en attente.',
    waitingHere: 'Pas encore envoyé. Ce navigateur ne peut pas le conserver : laissez cette page ouverte.',
    newcomers: (n: number, names: string[]) => `Depuis, ${counted(n, '# personne de plus peut', '# personnes de plus peuvent')} lire ce message : ${and(names)}.`, themToo: 'Envoyer à elles aussi', sentThere: (n, workspace) => `${counted(n, '# message en attente a été envoyé', '# messages en attente ont été envoyés')} dans ${workspace}.`,
    left: 'Non envoyé', leftHelp: 'Le serveur n’a pas accepté ce texte. Il reste dans ce navigateur jusqu’à ce que vous le modifiiez ou le supprimiez.', leftHere: 'Vos messages non envoyés dans cet espace :', toPlace: 'Ouvrir sa page',
    waiting: 'Enregistré dans ce navigateur. L’envoi se fera au retour de la connexion.', sending: 'Envoi…', saving: 'Enregistrement…',
    refused: 'Non envoyé.', putBack: 'Modifier le message', discard: 'Supprimer', knowingly: 'Envoyer quand même',
  },
  bar: {
    mute: 'Les mises à jour en direct sont coupées sur cette connexion. La page s’actualise environ chaque minute.',
    unkept: 'Ce navigateur ne peut pas conserver votre texte. Laissez cette page ouverte jusqu’à l’envoi.', refused: (n) => counted(n, '# message n’a pas été envoyé.', '# messages n’ont pas été envoyés.'), see: 'Voir',
    offline: 'Vous êtes hors ligne. Vous pouvez continuer à lire et à écrire.', offlineBare: 'Vous êtes hors ligne.', awayBare: 'Le serveur ne répond pas. Nouvel essai…',
    kept: (n) => counted(n, '# message est enregistré et sera envoyé au retour de la connexion.', '# messages sont enregistrés et seront envoyés au retour de la connexion.'),
    away: 'Le serveur ne répond pas. Vous pouvez continuer à lire et à écrire. Nouvel essai…', now: 'Réessayer',
    retrying: 'Connexion perdue. Reconnexion…', waiting: 'Le serveur est occupé. Nouvel essai…',
  },
  problem: {
    notConfirmed: 'La clé d’accès n’a pas été utilisée : la fenêtre a été fermée, ou cet appareil n’a pas de clé pour ce site. Rien n’a changé. Réessayez ou utilisez un code.',
    moreReaders: (audience) => `Plus de personnes peuvent lire ceci (« ${audience} ») que lorsque vous avez commencé. Rien n’a été enregistré.`, moreReadersTitle: 'Plus de personnes peuvent lire ceci', moreReadersYes: 'Enregistrer pour elles aussi',
    quotes: (n) => (n === 0 ? 'Votre citation vient d’un message visible par moins de personnes. Toutes ces personnes la verraient.' : counted(n, 'Votre citation vient d’un message que l’une de ces personnes ne peut pas lire. Elle verrait la citation.', 'Votre citation vient d’un message que # de ces personnes ne peuvent pas lire. Elles verraient la citation.')), quotesTitle: 'Votre citation n’est pas visible par tout le monde', quotesYes: 'Enregistrer quand même',
    noLine: 'Hors ligne', unread: 'Une partie de cette page n’est pas enregistrée sur cet appareil. Elle s’affichera dès que le serveur répondra.', noLineHelp: 'Cette page n’est pas enregistrée sur cet appareil. Elle s’ouvrira au retour de la connexion, et les messages non envoyés partiront.',
    title: 'Une erreur s’est produite', notLoaded: 'Cette page n’est pas encore dans ce navigateur. Elle s’ouvrira dès que le serveur répondra.', unreachable: 'Le serveur n’a pas répondu, ou sa réponse s’est perdue. Votre texte est toujours là. Réessayez : rien n’est fait deux fois.', tooLarge: 'Ce texte est trop volumineux pour être envoyé. Raccourcissez-le, ou envoyez-le en plusieurs fois.',
    unexpected: 'Une erreur s’est produite. Votre texte est toujours là. Réessayez.',
    lost: 'Page introuvable', lostHelp: 'Elle a peut-être changé d’adresse, ou vous n’y avez pas accès.',
    closed: 'Pas d’accès à cet espace de travail', closedHelp: 'Cet espace n’existe pas, ou votre accès a pris fin. Demandez à la coordination.',
    passkey: 'Clé d’accès requise', passkeyHelp: 'Cet espace exige une clé d’accès. Ajoutez-en une dans votre compte, choisissez-y « Exiger une clé d’accès », puis revenez.', toAccount: 'Ouvrir mon compte',
  },
  when: {
    on: (date) => `le ${date}`, today: 'Aujourd’hui', yesterday: 'Hier',
    due: (date) => `Échéance le ${date}`, overdue: (date) => `En retard depuis le ${date}`, yourTime: 'à votre heure',
  },
  text: { earlier: 'Commentaires précédents', tooLong: (field, n, most) => `${field} : le texte ferait ${n} caractères. La limite est de ${most}. Rien n’a été inséré. Raccourcissez-le d’abord, ou joignez-le en fichier.`, quoted: 'Texte cité', signature: 'Signature', opened: 'Ce courriel a ouvert le dossier. Son texte figure plus haut.', byMail: 'Reçu par courriel', formatted: 'Version mise en forme', original: 'Courriel d’origine', copies: 'Copies envoyées', letIn: 'approuvé par {actor}', broughtIn: 'importé par {actor}', damaged: 'Ce courriel est arrivé endommagé. Seule la partie lisible est affichée.',
    attachment: (name, size) => `${name} · ${size}`, reply: 'Répondre', answering: (name) => `à ${name}`, answersGhost: 'à un message que vous ne voyez pas ici', permalink: 'Lien vers ce message', bytes },
  fresh: { line: (n) => counted(n, '# nouveauté', '# nouveautés'), show: (n) => `Voir ${counted(n, '# nouveauté', '# nouveautés')}`, announced: (n, what) => `${counted(n, '# nouveauté', '# nouveautés')} : ${what}` },
  signIn: {
    ended: 'Votre session a pris fin. Reconnectez-vous pour continuer là où vous étiez.', kept: 'Les messages non envoyés sont conservés dans ce navigateur.',
    passkey: 'Se connecter avec une clé d’accès', orCode: 'ou recevoir un code par courriel',
    title: 'Se connecter', lead: 'Nous vous envoyons un code à six chiffres par courriel. Aucun mot de passe n’est nécessaire.', address: 'Votre adresse électronique',
    send: 'Envoyer le code', codeTitle: 'Saisissez votre code', sent: (address) => `Si ${address} est l’adresse d’un membre, un code est en route. Il est valable dix minutes, dans ce navigateur.`,
    code: 'Code à six chiffres', enter: 'Se connecter', other: 'Utiliser une autre adresse', sentAgain: 'Un autre code est en route. Seul le plus récent est valable.', again: 'Envoyer un autre code', filled: 'Le code reçu par courriel est déjà saisi. Appuyez sur le bouton pour vous connecter.',
  },
  seats: { which: 'Quelle organisation ?', whichHelp: 'Vous avez accès à cet espace au nom de plusieurs organisations. Ce que vous lisez et écrivez dépend de celle que vous choisissez.', acting: 'Au nom de', actFor: (organisation) => `Agir pour ${organisation}` },
  home: {
    title: 'Mes espaces de travail', none: 'Vous n’avez encore accès à aucun espace', noneHelp: 'On rejoint une coalition sur invitation. Demandez à la coordination d’inviter l’adresse que vous utilisez ici.', open: 'Ouvrir un espace de travail',
    as: (role, organisation) => `${role}, ${organisation}`,
  },
  activity: {
    title: 'Activité', since: 'Déjà vu', filterAll: 'Tout', filterMine: 'De ma part', byOrganisation: 'Par organisation', everyOrganisation: 'Toutes les organisations', waiting: 'Ce qui m’attend',
    nothingWaits: 'Rien ne vous attend.', waitingTasks: 'Vos tâches et échéances', waitingDrafts: (n) => counted(n, '# brouillon vous attend', '# brouillons vous attendent'), waitingAsked: 'Questions à votre organisation', askedOn: (who, day) => `question de ${who}, le ${day}`, waitingIssues: 'Dossiers qui vous sont confiés', waitingPolls: 'Consultations qui attendent votre réponse', waitingActions: 'Votre organisation participe-t-elle ?', waitingHolds: (n) => `${counted(n, '# message', '# messages')} en attente`, waitingLocked: (n) => counted(n, '# récupération de compte à confirmer', '# récupérations de compte à confirmer'), waitingProposed: (n) => counted(n, '# nouvelle organisation à confirmer', '# nouvelles organisations à confirmer'),
    empty: 'Aucune activité pour l’instant', emptyHelp: 'Tout ce que fait la coalition apparaît ici, pour les personnes qui peuvent le voir. Commencez par un message à une liste.',
    emptyAct: 'Ouvrir les listes', kinds: { issue: 'Dossiers', people: 'Personnes' }, filterKind: 'Type', server: 'Caucus',
    none: 'Rien ne correspond à ce filtre.', someone: 'quelqu’un',
  },
  acts, enums,
  lists: {
    title: 'Listes', addressIs: 'Écrire à', threads: (n) => counted(n, '# fil', '# fils'), entries: (n) => counted(n, '# message', '# messages'),
    write: 'Écrire à la liste', subject: 'Objet', text: 'Message', newThread: 'Nouveau fil', open: 'Ouvrir une liste', openTitle: 'Ouvrir une liste',
    none: 'Aucune liste pour l’instant', noneHelp: 'Une liste est une adresse électronique pour une partie de la coalition. Ses messages figurent aussi ici.', noneReader: 'Seule la coordination peut ouvrir des listes.',
    empty: 'Aucun message pour l’instant', emptyHelp: 'Les messages à cette liste arrivent par courriel et figurent ici. Écrivez le premier, ou envoyez-le à', name: 'Nom', slug: 'Adresse avant le @', description: 'Objectif', audience: 'Visibilité maximale',
    bringIn: 'Importer des archives', whoGotIt: 'État de la remise', lastSaid: 'Dernier message', nothingSaid: 'Aucun message', startedBy: 'Lancé par', inThread: 'Dans ce fil', thread: 'Fil',
  },
  trackers: {
    noneHelp: 'Un suivi rassemble les dossiers de la coalition. Chacun a un état, des personnes et une échéance.', noneReader: 'Seule la coordination peut ouvrir des suivis.',
    title: 'Suivis', list: 'Liste', board: 'Tableau', open: (n) => counted(n, '# ouvert', '# ouverts'), newIssue: 'Nouveau dossier', issueTitle: 'Titre', description: 'Description', provision: 'Disposition',
    assignees: 'Confié à', nobody: 'Non confié', due: 'Échéance', noDue: 'Sans échéance', setDue: 'Fixer une échéance', state: 'État', openTracker: 'Ouvrir un suivi', key: 'Sigle',
    none: 'Aucun suivi pour l’instant',
    empty: 'Aucun dossier pour l’instant', emptyHelp: 'Ouvrez un dossier pour tout sujet à suivre, ou envoyez-le à', noneMatch: 'Aucun dossier ne correspond à ce filtre.', showClosed: 'Afficher les clos', mine: 'Les miens', label: 'Dossier', titleColumn: 'Titre', entries: (n) => counted(n, '# commentaire', '# commentaires'),
    moveTo: 'Déplacer vers', move: (label) => `Déplacer ${label}`, moved: (label, state) => `${label} est maintenant : ${state}`, close: 'Clore le dossier', reopen: 'Rouvrir', closed: (label) => `${label} est clos.`, openedBy: 'Ouvert par', changed: 'modifié :',
    comments: 'Commentaires', noDescription: 'Pas encore de description.', column: (state, n) => `${state}, ${n}`, columnEmpty: 'Rien ici',
    dragHelp: 'Faites glisser vers une autre colonne, utilisez le menu de la carte, ou appuyez sur Maj et une flèche.', beside: 'Détails du dossier', backToList: 'Retour à la liste (Esc)', openBeside: (label) => `${label} est ouvert à côté de la liste. Entrée pour y aller, Échap pour fermer.`,
  },
  updates: {
    title: 'Communications', lead: 'Les communications des entreprises à la coalition.', companies: 'Entreprises', everyCompany: 'Toutes les entreprises', silent: 'Rien de récent', never: 'Aucune communication', lastUpdate: 'Dernière communication', count: (n) => counted(n, '# communication', '# communications'), write: 'Publier une communication', writeFor: (company) => `Communication ${of(company)}`,
    heading: 'Titre', body: 'Texte', kind: 'Type', stage: 'Étape', attribution: 'Attribution', empty: 'Aucune communication pour l’instant', emptyHelp: 'Les points focaux des entreprises publient ici ce qu’elles font, décident ou demandent. Une entreprise peut aussi envoyer sa communication à', emptyReader: 'Les communications des entreprises figureront ici.',
        attributionHelp: { ON_RECORD: 'Citation possible avec le nom de l’entreprise.', BACKGROUND: 'Utilisation possible sans nommer l’entreprise.', OFF_RECORD: 'Aucune citation.' },
    mailTo: 'Envoyer une communication à', comments: 'Commentaires', retracted: 'Rétractée', corrected: 'Corrigée', ask: 'Question à l’entreprise',
  },
  look: {
    begin: (company) => `Afficher la vue ${of(company)}`, as: (company) => `Vous êtes dans la vue ${of(company)}.`, what: (company) => `Vous voyez seulement ce que ses points focaux et vous-même pouvez lire, pas ce que ${company} garde pour elle. Cette vue est en lecture seule.`,
    leave: 'Revenir à ma vue', readOnly: 'Vous êtes dans la vue d’une entreprise : lecture seule. Revenez à votre vue pour écrire ; votre texte est conservé.', waiting: (n) => counted(n, '# message attend votre retour à votre vue.', '# messages attendent votre retour à votre vue.'), noted: 'La société civile et l’entreprise peuvent voir que vous avez utilisé cette vue.',
  },
};
