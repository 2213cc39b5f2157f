// The words of the account page in French. Its glossary is that of fr.ts.
import { counted } from './counts.fr';
import type { AccountWords } from './account.en';

const DAYS_WORDS: Record<string, string> = { '7': 'Une semaine', '30': 'Un mois', '90': 'Trois mois', '365': 'Un an' };

export const account: AccountWords = {
  title: 'Votre compte', back: 'Mes espaces de travail',
  other: {
    title: 'Une autre personne est connectée ici maintenant', lead: (name) => `${name} utilise maintenant ce navigateur. La page ouverte appartenait à une autre connexion : elle a été fermée.`,
    kept: 'Les messages non envoyés restent scellés dans ce navigateur, pour leur auteur ou autrice uniquement. Ils partiront à sa prochaine connexion ici.',
    goOn: (name) => `Continuer en tant que ${name}`, oneself: 'Se connecter sous un autre nom',
  },
  stepUp: {
    title: 'Confirmez votre identité', help: 'C’est une modification sensible. Veuillez confirmer votre identité.',
    passkey: 'Utiliser ma clé d’accès', orCode: 'Ou recevez un code par courriel.', mail: 'M’envoyer un code', sent: 'Un code est en route vers l’adresse qui reçoit vos courriels. Il est valable dix minutes.', code: 'Code à six chiffres', confirm: 'Confirmer', again: 'Envoyer un autre code',
  },
  addresses: {
    title: 'Adresses électroniques', help: 'Vous pouvez écrire aux listes et vous connecter avec chacune. Vos courriels arrivent à l’une d’elles. L’adresse d’où un message est écrit est visible par ses lecteurs ; les autres ne sont montrées à personne.', only: 'Cette adresse vous sert à écrire aux listes et à vous connecter, et vos courriels y arrivent. Ajoutez-en une autre pour pouvoir vous connecter si vous perdez la première.',
    receives: 'Réception', since: 'ajoutée {date}', receive: 'Recevoir ici', receiveNamed: (address) => `Recevoir ici : ${address}`, moved: (address) => `Vos courriels arrivent désormais à ${address}. Toutes vos adresses en sont informées.`,
    end: 'Retirer', endNamed: (address) => `Retirer ${address}`, ended: (address) => `${address} a été retirée. Elle ne permet plus d’écrire ni de se connecter. Toutes vos adresses en sont informées.`,
    add: 'Ajouter une adresse', addTitle: 'Ajouter une adresse', addHelp: 'Un code y est envoyé pour vérifier que vous en lisez les courriels. Vos autres adresses en sont informées après l’ajout.', address: 'Adresse électronique', mail: 'Envoyer le code',
    codeTitle: 'Saisissez le code', codeHelp: (address) => `Si ${address} peut être ajoutée, un code y est en route. Il est valable dix minutes. Un courriel sans code en donne le motif.`, code: 'Code à six chiffres', confirm: 'Ajouter l’adresse', added: (address) => `${address} a été ajoutée.`,
    history: (count) => counted(count, '# adresse retirée', '# adresses retirées'), from: (from, until) => `du ${from} au ${until}`,
  },
  passkeys: {
    title: 'Clés d’accès', help: 'Une clé d’accès vous connecte avec le verrou de votre appareil. Rien à retenir, et rien à saisir sur une fausse page.', notHere: 'Les clés d’accès demandent que cette page soit ouverte sous son nom, par une connexion sécurisée. Elle est ouverte sous une simple adresse de réseau. Sur la machine du serveur, ouvrez-la sous le nom « localhost ».',
    notThisBrowser: 'Ce navigateur ne prend pas en charge les clés d’accès. Connectez-vous avec un code reçu par courriel, ou ouvrez cette page dans un autre navigateur.',
    none: 'Vous n’avez pas encore de clé d’accès. Vous vous connectez avec un code reçu par courriel.', add: 'Ajouter une clé d’accès', addTitle: 'Ajouter une clé d’accès', addHelp: 'Votre navigateur demande où la conserver : sur cet appareil, sur un téléphone ou sur une clé de sécurité.', name: 'Nom de la clé', thisDevice: 'Cet appareil', doIt: 'Créer la clé', added: 'Clé d’accès ajoutée.',
    created: 'créée {date}', used: 'dernière utilisation {date}', neverUsed: 'jamais utilisée', rename: 'Renommer', renameNamed: (name) => `Renommer ${name}`, renameTitle: 'Renommer la clé d’accès', renameDo: 'Renommer', renamed: 'Clé d’accès renommée.', remove: 'Supprimer', removeNamed: (name) => `Supprimer ${name}`, removeTitle: (name) => `Supprimer ${name} ?`, removeHelp: 'Elle ne permettra plus de se connecter ici. Elle reste sur l’appareil jusqu’à ce que vous l’y supprimiez.', removed: 'Clé d’accès supprimée.', lapsed: 'Plus valable : elle date d’avant la récupération de votre compte. Pour la garder, connectez-vous une fois avec elle dans le navigateur de la récupération.', stopped: 'Bloquée : elle a peut-être été copiée. Supprimez-la et créez-en une autre.',
    isNot: 'Vous pouvez aussi vous connecter avec un code reçu par courriel. Si vous exigez une clé d’accès, vos autres sessions, jetons d’accès, flux, calendriers et webhooks prennent fin : ils sont peut-être à quelqu’un d’autre.', isRequired: 'Vous vous connectez uniquement avec une clé d’accès. Si vous les perdez toutes, une personne de la coordination de l’un de vos espaces doit confirmer votre identité.', require: 'Exiger une clé d’accès', allowCode: 'Accepter aussi un code', ruleOn: 'Clé d’accès exigée. Toutes vos autres sessions et vos jetons d’accès, flux, calendriers et webhooks ont pris fin.', ruleOff: 'Codes par courriel acceptés.',
  },
  signInRule: {
    title: 'Règle de connexion', isOff: 'Les membres se connectent avec une clé d’accès ou un code reçu par courriel.', isOn: 'Seuls les membres dont le compte exige une clé d’accès peuvent ouvrir cet espace.',
    ready: (n, of) => counted(n, `# membre sur ${of} exige une clé d’accès.`, `# membres sur ${of} exigent une clé d’accès.`, `# de membres sur ${of} exigent une clé d’accès.`), others: 'Les autres n’ont pas accès par le web tant qu’ils ne l’exigent pas sur la page de leur compte. Leurs courriels continuent, dans les deux sens.',
    require: 'Exiger une clé d’accès', allow: 'Accepter aussi un code', on: 'Clé d’accès exigée.', off: 'Codes par courriel acceptés.',
    still: 'Cela vaut pour ces pages et pour les programmes. Les jetons d’accès créés auparavant prennent fin quand un membre exige une clé d’accès, et il en est informé. Courriels, flux et calendriers arrivent comme avant : réglez leur contenu plus haut. Une personne qui perd toutes ses clés doit être confirmée par quelqu’un d’autre de la coordination. Prévoyez deux clés chacun, et deux personnes à la coordination.',
  },
  sessions: {
    title: 'Vos sessions', help: 'Fermez toute session que vous ne reconnaissez pas : elle ne lit plus rien dès ce moment. Les appareils portent le nom qu’ils indiquent.',
    device: (browser, system) => (browser && system ? `${browser} sur ${system}` : (browser ?? system ?? 'Appareil inconnu')),
    current: 'Cette session', began: 'connexion {date}', used: 'dernière utilisation {date}', end: 'Fermer', endNamed: (device) => `Fermer ${device}`, ended: 'Session fermée.', endOthers: 'Fermer les autres', othersEnded: 'Autres sessions fermées.', only: 'Vous n’avez pas d’autre session.',
  },
  made: {
    title: 'Programmes, flux et calendriers', help: 'Les jetons d’accès, les flux avec leur calendrier et les webhooks continuent après la déconnexion. Vos adresses ont été informées de chaque création.', kinds: { TOKEN: 'Jeton d’accès', FEED: 'Flux et calendrier', WEBHOOK: 'Webhook', PUSH: 'Notifications sur un appareil' },
    by: 'création {date}', current: 'Par cette connexion', over: 'connexion terminée', unknown: 'Connexion non notée', end: 'Fermer ceux des autres', endTitle: 'Mettre fin à tout ce que d’autres connexions ont créé ?', ask: 'D’abord, toutes les autres sessions prennent fin. Ensuite prennent fin les jetons d’accès, flux, calendriers et webhooks que cette connexion n’a pas créés.', ended: (n) => counted(n, '# élément a pris fin.', '# éléments ont pris fin.'),
  },
  recoveries: {
    title: 'Récupération du compte', help: 'Ces membres ont besoin d’une clé d’accès pour se connecter et disent avoir perdu toutes les leurs. La personne qui fait la demande a accès à leurs courriels, mais peut être un imposteur. Appelez-les et demandez le numéro affiché par leur navigateur.',
    number: 'Numéro affiché par leur navigateur', asked: 'demande {date}', until: 'expire {date}', confirm: 'Confirmer la demande', confirmed: 'Confirmé', done: 'Confirmé. Cette personne peut se connecter avec un nouveau code, dans ce navigateur. Toutes ses adresses en sont informées.',
  },
  tokens: {
    title: 'Jetons d’accès', help: 'Avec un jeton d’accès, un programme peut lire ou publier pour vous. Il ne peut jamais inviter, changer des rôles ni toucher à ce compte.', none: 'Aucun jeton d’accès.',
    make: 'Créer un jeton', makeTitle: 'Créer un jeton d’accès', makeHelp: 'Donnez-lui seulement l’accès dont le programme a besoin.', name: 'Usage', access: 'Droits', accesses: { read: 'Lire', post: 'Lire et publier' },
    workspace: 'Espace de travail', everywhere: 'Tous mes espaces de travail', days: 'Durée', lasts: DAYS_WORDS, doIt: 'Créer le jeton',
    shown: 'Nouveau jeton d’accès', shownHelp: 'Copiez le jeton maintenant. Il ne sera plus affiché.', copy: 'Copier', copied: 'Copié.', done: 'Terminé',
    revoke: 'Révoquer', revokeNamed: (name) => `Révoquer ${name}`, revoked: 'Jeton révoqué.', until: (date) => `valable jusqu’au ${date}`, neverUsed: 'jamais utilisé', used: 'dernière utilisation {date}',
  },
};
