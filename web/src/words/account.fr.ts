// The words of the account page in French. Its glossary is that of fr.ts.
import { counted } from './counts.fr';
import type { AccountWords } from './account.en';

const DAYS_WORDS: Record<string, string> = { '7': 'Une semaine', '30': 'Un mois', '90': 'Trois mois', '365': 'Un an' };

export const account: AccountWords = {
  title: 'Votre compte', back: 'Mes espaces de travail',
  other: {
    title: 'Quelqu’un d’autre est connecté ici maintenant', lead: (name) => `${name} est connecté dans ce navigateur. La page qui était ouverte ici appartenait à une autre connexion, elle a donc été fermée.`,
    kept: 'Ce qui y a été écrit sans être envoyé reste scellé dans ce navigateur, pour son auteur seul. L’envoi se fera quand cette personne se reconnectera ici.',
    goOn: (name) => `Continuer en tant que ${name}`, oneself: 'Se connecter en tant que quelqu’un d’autre',
  },
  stepUp: {
    title: 'Confirmez que c’est bien vous', help: 'Ce que vous allez faire est important, Caucus vous demande donc une nouvelle fois qui vous êtes. Ce sera fait dès que vous aurez confirmé.',
    passkey: 'Utiliser ma clé d’accès', orCode: 'Ou recevez un code par courriel.', mail: 'M’envoyer un code', sent: 'Un code est en route vers l’adresse qui reçoit vos courriels. Il est valable dix minutes.', code: 'Code à six chiffres', confirm: 'Confirmer', again: 'Envoyer un autre code',
  },
  addresses: {
    title: 'Adresses électroniques', help: 'Vous pouvez écrire aux listes et vous connecter depuis chacune d’elles. Vos courriels arrivent à l’une. Un courriel montre à qui le lit l’adresse d’où il a été écrit ; les autres ne sont montrées à personne.', only: 'Cette adresse vous sert à écrire aux listes et à vous connecter ; vos courriels y arrivent. Ajoutez-en une autre si vous en avez une : elle vous permettra de vous connecter si vous perdez la première.',
    receives: 'Réception', since: 'ajoutée {date}', receive: 'Recevoir ici', receiveNamed: (address) => `Recevoir ici : ${address}`, moved: (address) => `Vos courriels arrivent désormais à ${address}. Toutes vos adresses en sont informées.`,
    end: 'Retirer', endNamed: (address) => `Retirer ${address}`, ended: (address) => `${address} ne permet plus d’écrire ni de se connecter. Toutes vos adresses en sont informées.`,
    add: 'Ajouter une adresse', addTitle: 'Ajouter une adresse', addHelp: 'Un code y est envoyé, pour montrer que vous en lisez les courriels. Vos autres adresses en sont informées une fois qu’elle est ajoutée.', address: 'Adresse électronique', mail: 'Envoyer un code',
    codeTitle: 'Saisissez le code', codeHelp: (address) => `Si ${address} peut être ajoutée, un code y est en route. Il est valable dix minutes. Si un courriel arrive sans code, il dit pourquoi.`, code: 'Code à six chiffres', confirm: 'Ajouter l’adresse', added: (address) => `${address} est désormais à vous ici.`,
    history: (count) => counted(count, '# adresse retirée', '# adresses retirées'), from: (from, until) => `du ${from} au ${until}`,
  },
  passkeys: {
    title: 'Clés d’accès', help: 'Une clé d’accès vous connecte par le verrou de votre appareil : rien à retenir, rien qui puisse être saisi sur une fausse page.', notHere: 'Les clés d’accès ne marchent que si cette page est ouverte sous son nom, par une connexion sécurisée. Ici, elle est ouverte sous une simple adresse de réseau ; sur la machine du serveur, ouvrez-la sous le nom « localhost ».',
    notThisBrowser: 'Les clés d’accès demandent un navigateur qui les prend en charge, et celui-ci ne le fait pas. Connectez-vous avec un code reçu par courriel, ou ouvrez cette page dans un autre navigateur.',
    none: 'Vous n’avez pas encore de clé d’accès. En attendant, vous vous connectez avec un code envoyé par courriel.', add: 'Ajouter une clé d’accès', addTitle: 'Ajouter une clé d’accès', addHelp: 'Votre navigateur demande où la garder : sur cet appareil, sur un téléphone ou sur une clé de sécurité.', name: 'Son nom, pour la distinguer des autres', thisDevice: 'Cet appareil', doIt: 'Créer', added: 'La clé d’accès est prête.',
    created: 'créée {date}', used: 'dernière utilisation {date}', neverUsed: 'jamais utilisée', rename: 'Renommer', renameNamed: (name) => `Renommer ${name}`, renameTitle: 'Renommer la clé d’accès', renameDo: 'Renommer', renamed: 'La clé d’accès a son nouveau nom.', remove: 'Supprimer', removeNamed: (name) => `Supprimer ${name}`, removeTitle: (name) => `Supprimer ${name} ?`, removeHelp: 'Elle n’ouvre plus rien ici. Sur l’appareil lui-même, elle reste jusqu’à ce que vous l’y supprimiez.', removed: 'La clé d’accès n’ouvre plus rien.', lapsed: 'Elle n’ouvre plus rien : elle date d’avant votre entrée sans clé d’accès. Connectez-vous avec elle une fois dans le navigateur où vous avez pu rentrer, et elle reste valable.', stopped: 'Bloquée : elle a peut-être été copiée. Supprimez-la et créez-en une autre.',
    isNot: 'Un code envoyé par courriel suffit aussi pour se connecter. Si vous exigez une clé d’accès, vos autres sessions, vos jetons, flux, calendriers et webhooks prennent fin : ils sont peut-être à quelqu’un d’autre.', isRequired: 'Seule une clé d’accès vous connecte. Si vous les perdez toutes, une personne de la coordination de l’un de vos espaces de travail doit confirmer que c’est bien vous.', require: 'Exiger une clé d’accès', allowCode: 'Accepter aussi un code', ruleOn: 'Désormais, seule une clé d’accès vous connecte. Toutes les autres sessions et vos jetons, flux, calendriers et webhooks ont pris fin.', ruleOff: 'Un code envoyé par courriel suffit de nouveau.',
  },
  signInRule: {
    title: 'Comment on entre ici', isOff: 'On entre avec une clé d’accès, ou avec un code envoyé par courriel.', isOn: 'N’entrent que les personnes dont le compte ne s’ouvre qu’avec une clé d’accès.',
    ready: (n, of) => counted(n, `# personne sur ${of} ici n’admet qu’une clé d’accès.`, `# personnes sur ${of} ici n’admettent qu’une clé d’accès.`, `# de personnes sur ${of} ici n’admettent qu’une clé d’accès.`), others: 'Les autres restent dehors tant que ce n’est pas fait sur la page de leur compte ; ce qui leur arrive et ce qu’on écrit par courriel continue.',
    require: 'Exiger une clé d’accès', allow: 'Laisser de nouveau entrer tout le monde', on: 'Désormais, seule une clé d’accès ouvre cet espace de travail.', off: 'Un code envoyé par courriel suffit de nouveau.',
    still: 'Cela vaut pour ces pages et pour les programmes : les jetons créés auparavant prennent fin quand un membre exige une clé d’accès, et il en est informé. Courriels, flux et calendriers arrivent comme avant : choisissez plus haut ce qu’ils contiennent. Qui perd toutes ses clés a besoin de la parole d’une autre personne de la coordination : prévoyez deux clés, et soyez deux.',
  },
  sessions: {
    title: 'Où votre compte est ouvert', help: 'Si vous ne reconnaissez pas l’une de ces sessions, fermez-la : elle ne lit plus rien à partir de ce moment. Les appareils portent le nom qu’ils se donnent.',
    device: (browser, system) => (browser && system ? `${browser} sur ${system}` : (browser ?? system ?? 'Un appareil qui ne dit pas ce qu’il est')),
    current: 'Celle-ci', began: 'connexion {date}', used: 'dernière utilisation {date}', end: 'Fermer', endNamed: (device) => `Fermer ${device}`, ended: 'Cette session est fermée.', endOthers: 'Fermer les autres', othersEnded: 'Toutes les autres sessions ont pris fin.', only: 'Votre compte est ouvert ici, et nulle part ailleurs.',
  },
  made: {
    title: 'Programmes, flux et calendriers', help: 'Les jetons, les flux avec leur calendrier et les webhooks continuent après la déconnexion. Chacun a été annoncé à vos adresses lors de sa création.', kinds: { TOKEN: 'Jeton', FEED: 'Flux et calendrier', WEBHOOK: 'Webhook' },
    by: 'création {date}', current: 'Par cette connexion', over: 'connexion terminée', unknown: 'Connexion non notée', end: 'Mettre fin à ceux d’autres connexions', endTitle: 'Mettre fin à tout ce que d’autres connexions ont créé ?', ask: 'Toutes les autres sessions sont d’abord fermées. Ensuite prennent fin les jetons, flux, calendriers et webhooks que cette connexion n’a pas créés.', ended: (n) => counted(n, '# élément a pris fin.', '# éléments ont pris fin.'),
  },
  recoveries: {
    title: 'Accès perdus', help: 'Ces personnes ont besoin d’une clé d’accès pour se connecter et disent avoir perdu toutes les leurs. Qui fait la demande peut lire leurs courriels, et c’est peut-être quelqu’un d’autre : parlez-leur d’abord, de préférence par téléphone, et faites-vous lire le numéro que montre leur navigateur.',
    number: 'Le numéro que montre leur navigateur', asked: 'demande {date}', until: 'expire {date}', confirm: 'C’est bien cette personne', confirmed: 'Confirmé', done: 'Confirmé. Un nouveau code permet maintenant à cette personne d’entrer, dans ce navigateur, et toutes ses adresses en sont informées.',
  },
  tokens: {
    title: 'Jetons pour programmes', help: 'Un jeton permet à un programme de lire ou de publier pour vous. Il ne peut jamais inviter, changer des rôles ni toucher à ce compte.', none: 'Aucun programme n’agit pour vous.',
    make: 'Créer un jeton', makeTitle: 'Créer un jeton', makeHelp: 'Ne lui donnez que ce dont le programme a besoin.', name: 'À quoi sert-il ?', access: 'Que peut-il faire ?', accesses: { read: 'Lire', post: 'Lire et publier' },
    workspace: 'Où ?', everywhere: 'Dans tous mes espaces de travail', days: 'Pour combien de temps ?', lasts: DAYS_WORDS, doIt: 'Créer',
    shown: 'Votre nouveau jeton', shownHelp: 'Copiez-le maintenant : il n’est montré que cette fois et ne pourra plus l’être.', copy: 'Copier', copied: 'Copié.', done: 'Je l’ai',
    revoke: 'Révoquer', revokeNamed: (name) => `Révoquer ${name}`, revoked: 'Le jeton n’ouvre plus rien à partir de maintenant.', until: (date) => `valable jusqu’au ${date}`, neverUsed: 'jamais utilisé', used: 'dernière utilisation {date}',
  },
};
