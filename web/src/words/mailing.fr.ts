// The words about how mail comes to a person in French. Their glossary is that of fr.ts.
import type { MailingWords } from './mailing.en';

export const mailing: MailingWords = {
  myMail: {
    lead: 'Choisissez comment les courriels de cet espace vous parviennent. Tout reste lisible ici, et personne d’autre n’est informé de votre choix.', all: 'Tous mes courriels', lists: 'Liste par liste', save: 'Enregistrer', saved: 'Enregistré.', savedList: (name) => `Enregistré pour ${name}. Valable pour les nouveaux messages.`,
    suspended: 'Vos courriels ne sont pas distribués : l’envoi est suspendu. Vous ou la coordination pouvez le reprendre.', zone: 'Votre fuseau horaire', zoneHelp: 'Les récapitulatifs arrivent à six heures du matin dans ce fuseau, et les actions y montrent leurs jours et heures.', useHere: (zone) => `Utiliser celui de cet appareil : ${zone}`,
    notices: 'Notifications par courriel', noticesHelp: 'Sur les dossiers, communications et actions. Les questions sur vos propres courriels sont toujours envoyées.', echo: 'Confirmer mes envois par courriel', echoHelp: 'Un bref courriel qui indique les lecteurs de chaque message, sans son texte.',
    textOnly: 'Courriels en texte seul', textOnlyHelp: 'Courriels sans mise en forme. Le contenu est le même.',
    quiet: 'Heures de silence chaque jour', quietFrom: 'De', quietUntil: 'À', quietHelp: 'Dans votre fuseau horaire, 16 heures au plus. Les courriels attendent leur fin ; rien n’est omis. Les codes de connexion, les questions sur des messages en attente et les confirmations de vos envois arrivent à toute heure. Valable pour les nouveaux messages.',
    pauseAll: 'Suspendre tous les courriels', pauseList: 'Suspendre cette liste', from: 'Premier jour', until: 'Dernier jour', pauseHelp: 'Les messages de ces jours ne sont pas envoyés plus tard. Les courriels qui attendaient avant arrivent après.',
    trouble: 'Courriels non distribués', how: 'Mode d’envoi', more: 'Plus de réglages', noLists: 'Aucune liste pour l’instant', noListsHelp: 'Quand il y aura une liste que vous pouvez lire, vous réglerez ici l’envoi de ses courriels.',
    modes: { EACH: 'Chaque message', DIGEST: 'Récapitulatif', MIME_DIGEST: 'Récapitulatif des courriels d’origine', SUMMARY: 'Résumé quotidien', SPECIAL: 'Annonces uniquement', NONE: 'Aucun courriel' },
    modeHelp: { EACH: 'Dès qu’il arrive.', DIGEST: (posts) => `Plusieurs messages en un seul courriel simple, chaque matin ou dès qu’il y en a ${posts}.`, MIME_DIGEST: 'De même, avec les courriels d’origine joints.', SUMMARY: 'Chaque matin, auteurs et sujets, avec des liens.', SPECIAL: 'Courriels de la coordination dont l’objet commence par « Special notice: ».', NONE: 'Vous lisez ici.' },
    flags: { own: 'Envoyer aussi mes propres messages', copies: 'Envoyer aussi les messages où je suis dans À ou Cc', links: 'Des liens au lieu des pièces jointes' },
    flagHelp: { own: 'Pour les garder avec les autres.', copies: 'Sinon, la liste omet les courriels reçus directement.', links: 'Pour une connexion lente ou coûteuse. Les courriels signés ou chiffrés arrivent tels quels.' },
  },
  mail: {
    title: 'Contenu des courriels', which: 'Courriels sans contenu', save: 'Enregistrer', saved: 'Enregistré. Valable désormais pour tous les courriels, même ceux qui sont en route.', also: 'Sans contenu aussi, quel que soit le choix ci-dessus', named: 'Personnes désignées', alsoNow: 'Sans contenu aussi :',
    lead: 'Les courriels passent par de nombreux fournisseurs, qui peuvent les lire et les garder. Un courriel sans contenu annonce seulement du nouveau, avec le nom court de cet espace et un lien : pas d’objet, pas de texte, pas de nom de personne, de liste ou d’organisation.',
    waitsTitle: 'Délai avant l’envoi des courriels', waits: { NONE: 'Envoi immédiat', ACROSS: 'Une minute d’attente vers l’autre côté', ALL: 'Une minute d’attente pour tous les courriels' },
    waitsHelp: { NONE: 'La personne qui a écrit peut annuler l’envoi pendant 60 secondes, mais les courriels déjà remis ne peuvent pas être rappelés.', ACROSS: 'De la société civile vers une entreprise, ou d’une entreprise vers toute autre personne, les courriels partent quand l’envoi ne peut plus être annulé.', ALL: 'Aucun courriel n’est remis tant que l’envoi peut encore être annulé.' },
    waitsNow: { NONE: 'Les nouveaux messages sont envoyés par courriel tout de suite.', ACROSS: 'Les nouveaux messages sont envoyés à l’autre côté après une minute, pour que l’envoi puisse être annulé.', ALL: 'Les nouveaux messages sont envoyés par courriel après une minute, pour que l’envoi puisse être annulé.' },
    modes: { OFF: 'Aucun : les courriels contiennent les messages', SENSITIVE: 'Ceux à visibilité restreinte', ALL: 'Tous les courriels' },
    modeHelp: { OFF: 'Le mieux pour lire et répondre par courriel.', SENSITIVE: 'Pour la société civile et une entreprise, pour une entreprise ou une organisation uniquement, pour une organisation et une entreprise, et pour des personnes désignées. Les courriels pour tout le monde et pour la société civile ont leur contenu.', ALL: 'On lit et répond uniquement sur ces pages.' },
    now: { OFF: 'Les courriels contiennent les messages.', SENSITIVE: 'Les courriels à visibilité restreinte (société civile et une entreprise, une entreprise ou une organisation uniquement, une organisation et une entreprise, personnes désignées) sont sans contenu.', ALL: 'Les courriels sont sans contenu.' },
    still: 'Toujours envoyés : les codes de connexion, les invitations avec le nom de cet espace et de la personne qui invite, les réponses aux expéditeurs d’un message non publié, et les courriels écrits depuis une messagerie personnelle. Les courriels déjà remis ne peuvent pas être rappelés.',
  },
};
