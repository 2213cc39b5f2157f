// The words about how mail went in French. Their glossary is that of fr.ts.
import type { PostWords } from './post.en';

const WHY: Record<string, string> = {
  SENT: 'Envoyé', IN_DIGEST: 'Envoyé dans un récapitulatif', NEXT_DIGEST: 'Dans le prochain récapitulatif', WAITING: 'Envoi imminent', RETRYING: 'Pas encore accepté ; nouvel essai', REJECTED: 'Rejeté par le serveur de courriel', GIVEN_UP: 'Non remis après plusieurs jours', REMOVED: 'Retiré par l’équipe qui gère le serveur',
  DIGEST_REJECTED: 'Récapitulatif rejeté par le serveur de courriel', DIGEST_GIVEN_UP: 'Récapitulatif non remis après plusieurs jours',
  WITHHELD: 'Non envoyé : déjà reçu, ou courriels désactivés', SUSPENDED: 'Suspendu : courriels non distribués', OWN: 'Auteur ou autrice', PAUSED: 'Courriels en pause ce jour-là', SPECIAL_ONLY: 'Annonces uniquement', NOT_WANTED: 'Courriels désactivés',
  BELL: 'Notification ici, pas par courriel', NOT_FOLLOWED: 'Ne participe pas et ne suit pas', QUIET: 'Envoi sans courriel, au choix de l’auteur ou de l’autrice',
  OTHER_LIST: 'Reçu par une autre liste', OTHER_SEAT: 'Reçu au nom d’une autre organisation', OUTSIDE: 'Ne peut pas le lire', ARCHIVE: 'Importé, non envoyé',
};
const REASONS: Record<string, string> = {
  SPAM: 'classé comme indésirable', VIRUS: 'classé comme virus', SIZE: 'trop volumineux', RATE: 'trop de courriels à la fois', DELAY: 'retardé', FULL: 'boîte pleine', POLICY: 'une règle du serveur destinataire', CONTENT: 'le contenu du courriel', DEAD_ADDRESS: 'boîte inexistante', DISABLED: 'boîte désactivée', NOT_A_FAILURE: 'une réponse automatique', UNKNOWN: 'aucun motif donné',
};
const PURPOSES: Record<string, string> = { POST: 'Message', NOTICE: 'Notification', DIGEST: 'Récapitulatif', WELCOME: 'Invitation', PROBE: 'Courriel d’essai' };

export const post: PostWords = {
  deliveries: {
    title: 'État de la remise', open: 'État de la remise', back: 'Retour au message', lead: 'Remise de ce message à chaque membre. Les membres qui ne l’ont pas reçu par courriel peuvent le lire ici, sauf indication contraire.', why: (state) => WHY[state] ?? state,
    groups: { got: 'Reçu par courriel', waits: 'En route', not: 'Pas par courriel', outside: 'Ne peuvent pas le lire' }, reply: 'réponse du serveur :', none: 'Personne', tried: 'prochain essai :', due: 'prévu :',
  },
  message: { title: 'Courriel', several: 'Ce courriel figure à plusieurs endroits', place: (n) => `Endroit ${n}` },
  trouble: {
    title: 'Courriels non distribués', lead: 'Les courriels renvoyés par un serveur. Seule une boîte inexistante ou désactivée compte. L’envoi est suspendu après cinq jours différents et quatre courriels d’essai. Tout reste lisible ici.',
    leadOwn: 'Les courriels pour vous que votre serveur a renvoyés. Rien n’est perdu : tout reste lisible ici.', none: 'Aucun courriel non distribué', noneHelp: 'Quand des courriels pour un membre sont renvoyés, le motif et la suite figurent ici.',
    held: 'Envoi suspendu', left: 'Départ possible', doubted: 'En doute : des courriels d’essai sont envoyés', fine: 'Envoi habituel', again: 'Reprendre l’envoi', againTo: (name) => `Reprendre l’envoi à ${name}`, done: 'L’envoi a repris.',
    history: 'Courriels renvoyés', purpose: (one) => PURPOSES[one] ?? one, reason: (one) => REASONS[one] ?? one, counts: 'compte', handOver: 'Transmettre l’accès ou y mettre fin',
  },
  copies: {
    same: 'Le corps des copies envoyées est identique à l’original, octet pour octet.', changed: 'Le corps des copies envoyées n’est pas identique à l’original : il a été modifié à l’envoi.', then: 'La liste était réglée ainsi lors de la publication. Son pied de page, s’il y en a un, figure ci-dessous.', cut: 'Champs absents des copies, visibles par l’auteur ou l’autrice et la coordination',
    change: {
      ADDRESSES: 'La personne qui a écrit y figure sous une adresse de ce serveur. Son serveur, son logiciel et son fuseau horaire n’y sont pas.', TRACES: 'Les traces des serveurs de courriel sont retirées.', REMOTE: 'Les images et styles d’autres sites sont retirés.', PARTS: 'Les noms de parties qui révélaient un serveur ou un logiciel sont remplacés.', ENCODED: 'Les lignes trop longues pour un courriel sont encodées.', SEALED: 'Le courriel est signé ou chiffré : son corps n’a pas été modifié.',
    } as Record<string, string>,
  },
  privacy: {
    title: 'Confidentialité des courriels', open: 'Confidentialité', help: 'S’applique aux courriels envoyés désormais, et aux originaux ouverts par d’autres que leur auteur ou autrice et la coordination. Le contenu masqué à la publication le reste. Les traces des serveurs sont toujours retirées.',
    before: 'Cette liste est plus ancienne que ce réglage. Elle reste telle quelle jusqu’à votre choix.', now: { hides: 'Les adresses sont masquées actuellement.', shows: 'Les adresses sont visibles actuellement.' },
    addresses: 'Adresses des personnes qui écrivent', addressesTo: { SHOWN: 'Visibles', HIDDEN_WITH_COMPANIES: 'Masquées tant que des entreprises lisent la liste', HIDDEN: 'Masquées' } as Record<string, string>, addressesHelp: 'Si elles sont masquées, seuls le nom et une adresse d’ici qui mène à la personne sont visibles, et rien de son serveur, de son logiciel ni de son fuseau horaire.',
    remote: 'Images et styles d’autres sites', remoteTo: { KEPT: 'Conservés', REMOVED_WITH_COMPANIES: 'Retirés tant que des entreprises lisent la liste', REMOVED: 'Retirés' } as Record<string, string>, remoteHelp: 'L’autre site apprend qui lit, quand et d’où. Les liens restent.',
    pictures: 'Images', picturesTo: { KEPT: 'Telles qu’envoyées', REMOVED_WITH_COMPANIES: 'Lieu, heure et appareil retirés tant que des entreprises lisent la liste', REMOVED: 'Lieu, heure et appareil retirés' } as Record<string, string>, picturesHelp: 'Les appareils inscrivent le lieu et l’heure dans les images et les films. L’auteur ou l’autrice garde le fichier tel quel. Les fichiers TIFF, Matroska, WebM, AVI ou endommagés ne peuvent pas être nettoyés : les entreprises ne les reçoivent pas. Les fichiers Word, Excel, PowerPoint et OpenDocument perdent auteur, organisation, dates et modèle, sauf s’ils sont signés. Les personnes qui ont commenté ou révisé deviennent Author 1, Author 2, etc. Les PDF, anciens formats bureautiques et archives sont envoyés tels quels.',
    signed: 'Courriels signés et chiffrés', signedTo: { HELD: 'Demander à la coordination', PASSED: 'Envoyer tels quels' } as Record<string, string>, signedHelp: 'Ils ne peuvent pas être modifiés et montrent le certificat de la personne qui écrit.', save: 'Enregistrer', saved: 'Enregistré.',
  },
  looks: {
    title: 'Aspect des courriels', open: 'Courriels', help: 'S’applique aux courriels envoyés désormais. Toutes les personnes qui lisent la liste le voient. Le texte des messages n’est pas modifié.', tag: 'Mention dans l’objet', tagHelp: 'Par exemple [COP]. Ajoutée une seule fois, avant ou après « Re: ». Laissez vide pour aucune.',
    answers: 'Destination des réponses', answersTo: { LIST: 'La liste', AUTHOR: 'La personne qui a écrit uniquement' }, waitsAsWorkspace: 'Comme l’espace de travail', filesTitle: 'Plus gros fichier dans les courriels (Ko)', filesHelp: 'Un fichier plus gros est envoyé sous forme de lien : on se connecte pour l’ouvrir, ou on le demande par courriel. La copie de la personne qui a écrit et les courriels signés ou chiffrés gardent tous les fichiers. 0 envoie tous les fichiers ; la valeur habituelle est 5120.', edits: 'Modifications et suppressions', editsHelp: 'Pour les personnes qui ont reçu le message par courriel. Un courriel envoyé ne peut pas être rappelé : la notification montre son ancien texte et le nouveau. La page montre toujours les modifications et les suppressions.', editsTo: { NEXT: 'Les signaler dans la notification suivante', NONE: 'Ne pas les signaler par courriel' }, footer: 'Pied de page', footerHelp: 'Sous les courriels simples, avec une ligne qui indique la destination des réponses. Jamais dans les courriels signés ou chiffrés. La limite est de 500 caractères.', save: 'Enregistrer', saved: 'Aspect enregistré.', tooLong: 'Trop long',
  },
};
