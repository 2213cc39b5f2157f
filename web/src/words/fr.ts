// The words in French. Glossary, kept throughout:
// workspace espace de travail · seat siège · audience cercle · readers personnes qui lisent · convenor la coordination ·
// member membre · liaison liaison · observer observation · organisation organisation · company entreprise ·
// list liste · thread fil · post message · letter, mail courriel · e-mail address adresse électronique · comment commentaire ·
// tracker suivi · issue dossier · provision disposition · due échéance · company update nouvelle · action action ·
// held letter courriel en attente · let through laisser passer · refuse refuser · take back retirer · widen élargir ·
// narrow restreindre · release ouvrir · hand over transmettre · digest envoi groupé · notices avis · record registre ·
// audit view journal d’audit · sign in se connecter · passkey clé d’accès · code code · token jeton · session session.
// Roles and states are named so that they fit anyone; before ; ! ? and within « » stands U+202F, before a colon U+00A0.
import { and, bytes, counted, organisations, people } from './counts.fr';
import { acts } from './acts.fr';
import { enums } from './enums.fr';
import type { Words } from './en';

const of = (name: string): string => (/^[aeiouàâäéèêëîïôöùûüœæ]/i.test(name) ? `d’${name}` : `de ${name}`);

export const fr: Words = {
  product: 'Caucus',
  common: {
    addressOf: 'Cette adresse est celle de',
    save: 'Enregistrer', cancel: 'Annuler', close: 'Fermer', edit: 'Modifier', undo: 'Défaire', retry: 'Réessayer', loading: 'Chargement…',
    saving: 'Enregistrement…', more: 'Afficher la suite', optional: 'facultatif', you: 'vous', none: 'Aucun', menu: 'Menu',
    unknownPerson: 'Quelqu’un', skip: 'Aller au contenu',
    ask: 'Demandez à', formerly: 'siège terminé', organisation: 'Organisation', name: 'Nom', address: 'Adresse électronique',
  },
  title: (page, place) => (place ? `${page} · ${place}` : page),
  nav: {
    main: 'Espace de travail', activity: 'Activité', lists: 'Listes', trackers: 'Suivis', updates: 'Nouvelles', actions: 'Actions',
    people: 'Organisations', polls: 'Consultations', poll: 'consultation', openPoll: 'Ouvrir une consultation', holds: 'Courriels en attente', account: 'Compte', myMail: 'Mes courriels', myAccount: 'Votre compte', workspaces: 'Mes espaces de travail', signOut: 'Se déconnecter', unsent: (n) => counted(n, '# message n’est pas encore parti', '# messages ne sont pas encore partis'), unsentHelp: 'La déconnexion efface de ce navigateur tout ce que vous avez saisi. Attendez que la connexion revienne, ou copiez ce qu’il vous faut.', signOutAnyway: 'Se déconnecter et les effacer', stay: 'Ne pas se déconnecter',
    shortcuts: 'Raccourcis clavier', theme: 'Apparence', language: 'Langue', themes: { auto: 'Comme le système', light: 'Claire', dark: 'Sombre' },
    search: 'Recherche', bell: (n) => (n === 0 ? 'Ce qui vous concerne : rien de non lu' : `Ce qui vous concerne : ${counted(n, '# élément non lu', '# éléments non lus')}`), newHere: (n) => counted(n, '# nouveauté', '# nouveautés'),
  },
  palette: { planAction: 'Planifier une action', inMinutes: 'Compte rendu',
    title: 'Aller à', label: 'Où voulez-vous aller, ou que faut-il faire ?', placeholder: 'Une liste, un dossier, une conversation, ou ce qu’il faut faire…', page: 'Page', nothing: 'Rien ici ne porte ce nom.', open: 'Aller n’importe où, ou agir, par son nom',
    lookFor: (words) => `Chercher « ${words} »`,
  },
  audience: {
    who: 'Qui lit ceci', change: 'Qui lira ceci',
    chip: (word, n) => `${word}, lu par ${people(n)}`,
    readers: (n) => counted(n, 'personne lit ceci', 'personnes lisent ceci'),
    count: (n, orgs) => `${people(n)} de ${organisations(orgs)}`,
    noCompany: 'Aucune entreprise ne lit ceci.', companiesRead: (names) => `${and(names)} ${counted(names.length, 'lira', 'liront')} ceci.`,
    pickNamed: 'Désigner des personnes…', pickNamedTitle: 'Désigner qui lira ceci',
    pickNamedHelp: 'Seules les personnes qui peuvent déjà lire cet endroit peuvent être désignées. Vous en faites toujours partie.',
    useNamed: (n) => counted(n, 'Cette personne seulement', 'Ces # personnes seulement'),
    onlyNarrower: 'Ici, vous pouvez seulement restreindre le cercle.', gone: 'Le cercle que vous aviez choisi n’est plus proposé ici. Choisissez de nouveau avant d’envoyer.', othersNow: (before) => `Vous avez commencé ce texte pour d’autres lecteurs\u00A0: ${before}. Ils ont changé depuis. Rien n’est encore enregistré.`, goOn: 'Continuer, pour ces lecteurs',
    company: 'Entreprise',
  },
  willSee: {
    one: (n, orgs) => `Sera vu par ${people(n)} de ${organisations(orgs)} : {list}`,
    both: (n, orgs) => `Sera vu par ${people(n)} de ${organisations(orgs)} : {list} ; et {item}`, all: 'Tous ceux qui le verront',
  },
  send: {
    to: (n, orgs) => `Envoyer à ${people(n)} de ${organisations(orgs)}`,
    including: (n, orgs, companies) => `Envoyer à ${people(n)} de ${organisations(orgs)}, dont ${and(companies)}`,
    short: (n) => `Envoyer à\u00a0${n}`, counting: 'Décompte des personnes…', write: 'Écrire…', reply: 'Écrire une réponse', comment: 'Écrire un commentaire',
    answering: (name) => `Réponse à ${name}`, keepsAudience: 'Une réponse garde le cercle du message auquel elle répond.',
    stopAnswering: 'Répondre plutôt à tout le fil', reads: 'Votre siège permet de lire ici, pas de publier.',
  },
  outbox: {
    pending: 'La coordination le lit d’abord. Il attend parmi les courriels en attente.',
    waitingHere: 'Il attend dans cette seule page, car ce navigateur ne peut pas le garder. Laissez la page ouverte jusqu’à l’envoi.',
    newcomers: (n: number, names: string[]) => `Depuis sa rédaction, ${counted(n, '# personne de plus peut', '# personnes de plus peuvent')} le lire, de ${and(names)}.`, themToo: 'L’envoyer aussi à ces personnes', sentThere: (n, workspace) => `${counted(n, '# message qui attendait est parti', '# messages qui attendaient sont partis')} dans ${workspace}.`,
    left: 'Pas envoyé', leftHelp: 'Ces mots sont à vous, et le serveur ne les a pas pris. Ils restent dans ce navigateur jusqu’à ce que vous les repreniez là où vous les avez écrits, ou que vous les jetiez.', leftHere: 'Ce que vous avez écrit ici et qui n’est pas parti :', toPlace: 'Là où c’était écrit',
    waiting: 'Gardé dans ce navigateur. Il part dès que la connexion revient.', sending: 'Envoi…', saving: 'Enregistrement…',
    refused: 'Pas envoyé.', putBack: 'Reprendre pour modifier', discard: 'Jeter', knowingly: 'Envoyer quand même',
  },
  bar: {
    mute: 'Sur cette connexion, ce que font les autres n’arrive pas tout seul. C’est relevé environ une fois par minute.',
    unkept: 'Ce navigateur ne peut pas garder ce que vous écrivez. Laissez cette page ouverte jusqu’à l’envoi.', refused: (n) => counted(n, '# message n’est pas parti.', '# messages ne sont pas partis.'), see: 'Voir',
    offline: 'Vous êtes hors ligne. Vous pouvez continuer à lire et à écrire.', offlineBare: 'Vous êtes hors ligne.', awayBare: 'Le serveur ne répond pas. Un nouvel essai se fait tout seul.',
    kept: (n) => counted(n, '# message est gardé et partira à votre retour en ligne.', '# messages sont gardés et partiront à votre retour en ligne.'),
    away: 'Le serveur ne répond pas. Vous pouvez continuer à lire et à écrire ; un nouvel essai se fait tout seul.', now: 'Réessayer',
    retrying: 'La connexion a été coupée. Elle se rétablit toute seule…', waiting: 'Le serveur demande un instant. Un nouvel essai se fait tout seul…',
  },
  problem: {
    notConfirmed: 'La clé d’accès n’a pas servi : sa fenêtre a été fermée, ou cet appareil n’en a pas pour ce site. Rien n’a changé. Réessayez, ou utilisez un code.',
    moreReaders: (audience) => `L’audience est maintenant « ${audience} » : plus de personnes qu’au moment où vous avez commencé. Rien n’a encore été enregistré.`, moreReadersTitle: 'Plus de personnes liraient ceci', moreReadersYes: 'Enregistrer pour elles aussi',
    quotes: (n) => `${n === 0 ? 'Vous citez un passage écrit pour moins de personnes.' : counted(n, 'Vous citez un passage que l’une de ces personnes ne peut pas lire.', 'Vous citez un passage que # de ces personnes ne peuvent pas lire.')} Il leur parviendrait malgré tout.`, quotesTitle: 'Vous citez un passage fermé à certaines de ces personnes', quotesYes: 'Enregistrer quand même',
    noLine: 'Pas de connexion', unread: 'Ce qui manque ici n’est pas gardé sur cet appareil. Cela vient tout seul dès que le serveur répond.', noLineHelp: 'Rien de ce qui s’est dit ici n’est gardé sur cet appareil : cela vient avec la connexion. La page s’ouvrira alors toute seule, et ce que vous avez écrit sans pouvoir l’envoyer partira.',
    title: 'Cela n’a pas marché', notLoaded: 'Cette page n’est pas encore dans ce navigateur. Elle s’ouvre d’elle-même dès que le serveur répond.', unreachable: 'Le serveur n’a pas répondu, ou sa réponse s’est perdue en chemin. Ce que vous avez saisi est toujours là ; réessayez : rien n’est fait deux fois.', tooLarge: 'C’est trop volumineux pour parvenir au serveur. Raccourcissez-le, ou envoyez-le en plusieurs fois.',
    unexpected: 'Quelque chose n’a pas fonctionné. Ce que vous avez saisi est toujours là ; réessayez.',
    lost: 'Il n’y a rien à cette adresse', lostHelp: 'La page a peut-être changé de place, ou votre siège n’y donne pas accès.',
    closed: 'Cet espace de travail ne vous est pas ouvert', closedHelp: 'Il n’existe pas, ou votre siège y a pris fin. La coordination peut vous le dire.',
    passkey: 'Une clé d’accès est nécessaire ici', passkeyHelp: 'La coordination ne laisse entrer que les personnes dont le compte ne s’ouvre qu’avec une clé d’accès. Sur la page de votre compte, ajoutez une clé d’accès, exigez-la, puis revenez.', toAccount: 'Vers mon compte',
  },
  when: {
    on: (date) => `le ${date}`, today: 'Aujourd’hui', yesterday: 'Hier',
    due: (date) => `Pour le ${date}`, overdue: (date) => `En retard depuis le ${date}`, yourTime: 'à votre heure',
  },
  text: { earlier: 'Commentaires précédents', tooLong: (field, n, most) => `${field} : cela ferait ${n} caractères, et il y a place pour ${most}. Rien n’a été inséré : raccourcissez le texte là où vous l’avez copié, ou joignez-le en fichier.`, quoted: 'Texte cité', signature: 'Signature', opened: 'Ce courriel l’a ouvert ; son texte se trouve plus haut.', byMail: 'Arrivé par courriel', formatted: 'Mis en forme', original: 'Courriel d’origine', copies: 'Ses copies', letIn: 'approuvé par {actor}', broughtIn: 'importé par {actor}', damaged: 'Ce courriel est arrivé abîmé. Il est affiché autant qu’il peut être lu.',
    attachment: (name, size) => `${name} · ${size}`, reply: 'Répondre', answering: (name) => `à ${name}`, answersGhost: 'à une lettre qui n’est pas ici', permalink: 'Lien vers ce message', bytes },
  files: {
    attach: 'Joindre', choose: 'Choisir un fichier', noneChosen: 'Aucun fichier choisi. Vous pouvez aussi le déposer ici.', help: 'Choisissez des fichiers, déposez-les ici ou collez une image', goAlong: 'Fichiers joints', remove: (name) => `Enlever ${name}`, removeShort: 'Enlever', progress: (name) => `Avancement de ${name}`,
    states: { waiting: 'en attente', stalled: 'connexion coupée ; la suite se fera toute seule', here: 'prêt' },
    waits: (n) => counted(n, '# fichier est en route. Vous pourrez envoyer dès qu’il sera arrivé.', '# fichiers sont en route. Vous pourrez envoyer dès qu’ils seront arrivés.'), allHere: (n) => counted(n, '# fichier prêt', '# fichiers prêts'),
    tooMany: (n) => `Un message porte au plus ${counted(n, '# fichier', '# fichiers')}. Envoyez le reste dans un autre.`, tooLarge: (name, most) => `${name} est trop gros : un fichier fait au plus ${bytes(most)}.`,
    lost: 'Il n’était pas entier quand cette page s’est fermée. Ajoutez-le de nouveau, ou retirez-le.',
    tooMuch: (most) => `Les fichiers d’un message font au plus ${bytes(most)} ensemble. Envoyez le reste dans un autre.`, empty: (name) => `${name} est vide.`,
  },
  fresh: { line: (n) => counted(n, '# nouveauté', '# nouveautés'), show: (n) => `Voir ${counted(n, '# nouveauté', '# nouveautés')}`, announced: (n, what) => `${counted(n, '# nouveauté', '# nouveautés')} : ${what}` },
  signIn: {
    ended: 'Votre session a pris fin. Reconnectez-vous pour continuer là où vous étiez.', kept: 'Ce qui a été écrit ici sans être envoyé est gardé dans ce navigateur.',
    passkey: 'Se connecter avec une clé d’accès', orCode: 'ou recevoir un code par courriel',
    title: 'Se connecter', lead: 'Nous envoyons un code à six chiffres à votre adresse. Il n’y a pas de mot de passe.', address: 'Votre adresse électronique',
    send: 'M’envoyer un code', codeTitle: 'Saisir le code', sent: (address) => `Si un siège existe pour ${address}, un code est en route. Il est valable dix minutes, dans ce navigateur.`,
    code: 'Code à six chiffres', enter: 'Se connecter', other: 'Utiliser une autre adresse', sentAgain: 'Un autre code est en route. Seul le plus récent est valable.', again: 'Envoyer un autre code', filled: 'Le code reçu par courriel est déjà saisi. Appuyez sur le bouton pour vous connecter.',
  },
  seats: { which: 'Pour quelle organisation ?', whichHelp: 'Vous avez plusieurs sièges dans cet espace de travail. Chacun lit ce que son organisation peut lire, et ce que vous écrivez est dit en son nom.', acting: 'Vous agissez pour', actFor: (organisation) => `Agir pour ${organisation}` },
  home: {
    title: 'Mes espaces de travail', none: 'Vous n’avez pas encore de siège', noneHelp: 'On rejoint une coalition sur invitation. Demandez à sa coordination d’inviter l’adresse que vous utilisez ici.', open: 'Ouvrir un espace de travail',
    as: (role, organisation) => `${role}, ${organisation}`,
  },
  activity: {
    title: 'Activité', since: 'Déjà vu', filterAll: 'Tout', filterMine: 'De ma part', byOrganisation: 'Par organisation', everyOrganisation: 'Toutes les organisations', waiting: 'Ce qui m’attend',
    nothingWaits: 'Rien ne vous attend.', waitingTasks: 'Vos tâches et échéances', waitingDrafts: (n) => counted(n, '# brouillon vous attend', '# brouillons vous attendent'), waitingAsked: 'Demandé à votre organisation', askedOn: (who, day) => `${who} l’a demandé le ${day}`, waitingIssues: 'Dossiers qui vous sont confiés', waitingPolls: 'Consultations qui attendent votre réponse', waitingActions: 'Votre organisation participe-t-elle ?', waitingHolds: (n) => `${counted(n, '# courriel', '# courriels')} en attente`, waitingLocked: (n) => counted(n, '# personne n’a plus accès et attend votre confirmation', '# personnes n’ont plus accès et attendent votre confirmation'), waitingProposed: (n) => counted(n, '# organisation proposée attend un second accord de la coordination', '# organisations proposées attendent un second accord de la coordination'),
    empty: 'Rien ne s’est encore passé ici', emptyHelp: 'Tout ce que fait la coalition apparaît ici, en direct, pour les personnes qui peuvent le voir. Commencez par un premier message à une liste.',
    emptyAct: 'Ouvrir les listes', kinds: { issue: 'Dossiers', people: 'Personnes' }, filterKind: 'Type', server: 'Caucus',
    none: 'Rien ne correspond à ce choix.', someone: 'quelqu’un',
  },
  acts, enums,
  lists: {
    title: 'Listes', addressIs: 'Écrire à', threads: (n) => counted(n, '# fil', '# fils'), entries: (n) => counted(n, '# message', '# messages'),
    write: 'Écrire à la liste', subject: 'Objet', text: 'Message', newThread: 'Nouveau fil', open: 'Ouvrir une liste', openTitle: 'Ouvrir une liste',
    none: 'Il n’y a pas encore de liste', noneHelp: 'Une liste est une adresse électronique qui touche une partie de la coalition. Tout ce qui lui est envoyé se trouve aussi ici.', noneReader: 'La coordination ouvre la première.',
    empty: 'Personne n’a encore écrit ici', emptyHelp: 'Tout ce qui est envoyé à cette liste parvient par courriel à celles et ceux qui la lisent, et reste ici. Écrivez le premier message, ou envoyez-le à', name: 'Nom', slug: 'Adresse avant le @', description: 'À quoi elle sert', audience: 'Qui la lit, au plus',
    bringIn: 'Reprendre des archives', letters: 'Aspect de ses courriels…', privacy: 'Ce que ses courriels révèlent…', whoGotIt: 'Qui l’a reçu', lastSaid: 'Dernier message', nothingSaid: 'Rien n’a encore été dit', startedBy: 'Lancé par', inThread: 'Dans ce fil', thread: 'Fil',
  },
  trackers: {
    title: 'Suivis', list: 'Liste', board: 'Tableau', open: (n) => counted(n, '# ouvert', '# ouverts'), newIssue: 'Nouveau dossier', issueTitle: 'De quoi s’agit-il ?', description: 'Description', provision: 'Disposition',
    assignees: 'Confié à', nobody: 'Personne pour l’instant', due: 'Échéance', noDue: 'Pas de date', setDue: 'Fixer une date', state: 'État', openTracker: 'Ouvrir un suivi', key: 'Sigle',
    keyHelp: 'De deux à dix majuscules ou chiffres ; les dossiers s’appellent SIGLE-1', none: 'Il n’y a pas encore de suivi', noneHelp: 'Un suivi garde les dossiers que suit la coalition : dispositions, cas, demandes. Chacun a un état, des personnes et une date.', noneReader: 'La coordination ouvre le premier.',
    empty: 'Pas encore de dossier', emptyHelp: 'Ouvrez-en un pour chaque affaire que quelqu’un doit mener à bien, ou envoyez-le à', noneMatch: 'Aucun dossier ne correspond à ce choix.', showClosed: 'Afficher les clos', mine: 'Les miens', label: 'Dossier', titleColumn: 'Titre', entries: (n) => counted(n, '# commentaire', '# commentaires'),
    moveTo: 'Déplacer vers', move: (label) => `Déplacer ${label}`, moved: (label, state) => `${label} est maintenant : ${state}`, close: 'Clore le dossier', reopen: 'Rouvrir', closed: (label) => `${label} est clos.`, openedBy: 'Ouvert par', changed: 'modifié :',
    comments: 'Commentaires', noDescription: 'Pas encore de description.', column: (state, n) => `${state}, ${n}`, columnEmpty: 'Rien ici',
    dragHelp: 'Faites glisser vers une autre colonne, utilisez le menu de la carte, ou appuyez sur Maj et une flèche.', beside: 'Le dossier ouvert', backToList: 'Retour à la liste (Esc)', openBeside: (label) => `${label} est ouvert à côté de la liste. Enter y entre, Escape le ferme.`,
  },
  updates: {
    title: 'Nouvelles', lead: 'Ce que les entreprises disent à la coalition.', companies: 'Entreprises', everyCompany: 'Toutes les entreprises', silent: 'Silencieuse', never: 'Pas encore de nouvelle', lastUpdate: 'Dernière nouvelle', count: (n) => counted(n, '# nouvelle', '# nouvelles'), write: 'Publier une nouvelle', writeFor: (company) => `Nouvelle ${of(company)}`,
    heading: 'Titre', body: 'Que dites-vous à la coalition ?', kind: 'Type', stage: 'Étape', attribution: 'Comment peut-on la citer ?', empty: 'Pas encore de nouvelle', emptyHelp: 'Les liaisons disent ici ce que leur entreprise fait, décide ou demande. Une entreprise peut aussi envoyer sa nouvelle à', emptyReader: 'Les nouvelles des entreprises seront ici.',
        attributionHelp: { ON_RECORD: 'Peut être citée avec le nom de l’entreprise.', BACKGROUND: 'Peut être utilisée, sans être attribuée nommément.', OFF_RECORD: 'Ne doit pas être citée du tout.' },
    mailTo: 'Envoyer une nouvelle par courriel à', comments: 'Commentaires', retracted: 'Rétractée', corrected: 'Corrigée', ask: 'C’est une question à l’entreprise',
  },
  look: {
    begin: (company) => `Voir comme ${company}`, as: (company) => `Vous voyez ceci comme ${company} le voit.`, what: (company) => `Vous ne voyez que ce que ses liaisons et vous-même pouvez lire : pas ce que ${company} garde pour elle. Rien ne peut être écrit ici.`,
    leave: 'Revenir à ma vue', readOnly: 'Vous regardez avec les yeux d’une entreprise, et rien ne peut y être écrit. Revenez d’abord à votre propre vue ; ce que vous avez saisi reste.', waiting: (n) => counted(n, '# message de vous attend que vous reveniez à votre propre vue.', '# messages de vous attendent que vous reveniez à votre propre vue.'), noted: 'Le fait que vous avez regardé est noté : la société civile et cette entreprise peuvent le lire.',
  },
};
