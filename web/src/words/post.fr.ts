// The words about how mail went in French. Their glossary is that of fr.ts.
import type { PostWords } from './post.en';

const WHY: Record<string, string> = {
  SENT: 'Envoyé', IN_DIGEST: 'Dans un envoi groupé', NEXT_DIGEST: 'Attend le prochain envoi groupé', WAITING: 'Sur le point de partir', RETRYING: 'Pas encore accepté, nouvel essai prévu', REJECTED: 'Refusé par le serveur de courriel', GIVEN_UP: 'Essayé pendant des jours, abandonné',
  DIGEST_REJECTED: 'Son envoi groupé a été refusé par le serveur de courriel', DIGEST_GIVEN_UP: 'Son envoi groupé a été essayé pendant des jours, abandonné',
  WITHHELD: 'Pas envoyé : reçu autrement, ou aucun courriel voulu alors', SUSPENDED: 'Suspendu : des courriels sont revenus', OWN: 'L’a écrit', PAUSED: 'Ne voulait pas de courriel ce jour-là', SPECIAL_ONLY: 'Ne veut que les annonces spéciales', NOT_WANTED: 'N’en veut pas de courriel',
  BELL: 'L’apprend ici, pas par courriel', NOT_FOLLOWED: 'N’y prend pas part et ne le suit pas', QUIET: 'La personne qui l’a écrit a demandé que personne n’en soit averti par courriel',
  OTHER_LIST: 'Arrivé par une autre liste', OTHER_SEAT: 'Arrivé à un autre siège de la même personne', OUTSIDE: 'Ne peut pas le lire', ARCHIVE: 'Vient d’archives, n’a été envoyé à personne',
};
const REASONS: Record<string, string> = {
  SPAM: 'pris pour un courriel indésirable', VIRUS: 'pris pour un virus', SIZE: 'trop gros', RATE: 'trop de courriels à la fois', DELAY: 'retardé', FULL: 'boîte pleine', POLICY: 'une règle du serveur d’en face', CONTENT: 'ce dont le courriel est fait', DEAD_ADDRESS: 'boîte inexistante', DISABLED: 'boîte désactivée', NOT_A_FAILURE: 'une réponse automatique', UNKNOWN: 'aucun motif donné',
};
const PURPOSES: Record<string, string> = { POST: 'Un message', NOTICE: 'Un avis', DIGEST: 'Un envoi groupé', WELCOME: 'Une invitation', PROBE: 'Un courriel pour essayer l’adresse' };

export const post: PostWords = {
  deliveries: {
    title: 'Qui l’a reçu par courriel', open: 'Qui l’a reçu', back: 'Retour au message', lead: 'Ce que ce message est devenu pour chaque siège. Les personnes qui ne l’ont pas reçu par courriel peuvent quand même le lire ici, sauf indication contraire.', why: (state) => WHY[state] ?? state,
    groups: { got: 'Reçu par courriel', waits: 'En route', not: 'Pas par courriel', outside: 'Ne peuvent pas le lire' }, reply: 'le serveur a répondu :', none: 'Personne', tried: 'prochain essai :', due: 'prévu',
  },
  message: { title: 'Un courriel', several: 'Ce courriel se trouve à plusieurs endroits', place: (n) => `Endroit ${n}` },
  trouble: {
    title: 'Courriels qui reviennent', lead: 'Les courriels qu’un serveur a renvoyés. Seule une boîte inexistante ou désactivée compte, et l’envoi n’est suspendu qu’après cinq jours différents et quatre courriels d’essai. Rien n’est perdu : tout reste lisible ici.',
    leadOwn: 'Les courriels pour vous que votre serveur de courriel a renvoyés. Rien n’est perdu : tout reste lisible ici.', none: 'Aucun courriel ne revient', noneHelp: 'Quand des courriels destinés à quelqu’un sont renvoyés, cette page dit pourquoi et ce qui s’ensuit.',
    held: 'Envoi suspendu', left: 'Départ possible', doubted: 'En doute : des courriels d’essai sont envoyés', fine: 'Envoi habituel', again: 'Reprendre l’envoi', againTo: (name) => `Reprendre l’envoi à ${name}`, done: 'L’envoi a repris.',
    history: 'Ce qui est revenu', purpose: (one) => PURPOSES[one] ?? one, reason: (one) => REASONS[one] ?? one, counts: 'compte', handOver: 'Transmettre le siège ou y mettre fin',
  },
  copies: {
    same: 'Les copies envoyées ont le corps du courriel octet pour octet.', changed: 'Les copies envoyées n’ont pas le corps du courriel octet pour octet : il a été modifié à l’envoi.', then: 'C’est ce que la liste avait choisi à ce moment. Le pied de page de la liste, s’il y en a un, se trouve en dessous.', cut: 'Champs absents des copies, visibles par l’auteur et la coordination',
    change: {
      ADDRESSES: 'L’auteur y figure sous une adresse de ce serveur. Son serveur, son logiciel et son fuseau horaire n’y sont pas.', TRACES: 'Ce que les serveurs de courriel ont écrit en chemin est retiré.', REMOTE: 'Les images et styles à chercher ailleurs sont retirés.', PARTS: 'Les noms de parties qui révélaient un serveur ou un logiciel sont remplacés.', ENCODED: 'Les lignes trop longues pour un courriel sont encodées.', SEALED: 'Il est signé ou chiffré : son corps est resté tel quel.',
    } as Record<string, string>,
  },
  privacy: {
    title: 'Ce que ses courriels révèlent', open: 'Confidentialité', help: 'Vaut pour les courriels envoyés désormais et pour les originaux ouverts par d’autres que leur auteur et la coordination. Ce qui était masqué à la publication le reste. Ce que les serveurs ont écrit en chemin est toujours retiré.',
    before: 'Cette liste a été ouverte avant que ce choix existe : elle garde ce qu’elle avait jusqu’à votre choix.', now: { hides: 'Les adresses sont masquées actuellement.', shows: 'Les adresses sont visibles actuellement.' },
    addresses: 'Adresses des auteurs', addressesTo: { SHOWN: 'Telles qu’écrites', HIDDEN_WITH_COMPANIES: 'Masquées tant que des entreprises lisent la liste', HIDDEN: 'Masquées' } as Record<string, string>, addressesHelp: 'Masquées : on voit le nom de l’auteur et une adresse d’ici qui mène à lui, et rien de son serveur, de son logiciel ni de son fuseau horaire.',
    remote: 'Images et styles venus d’ailleurs', remoteTo: { KEPT: 'Gardés', REMOVED_WITH_COMPANIES: 'Retirés tant que des entreprises lisent la liste', REMOVED: 'Retirés' } as Record<string, string>, remoteHelp: 'Le serveur à qui on les demande apprend qui lit, quand et d’où. Les liens restent.',
    pictures: 'Images', picturesTo: { KEPT: 'Telles qu’envoyées', REMOVED_WITH_COMPANIES: 'Lieu, heure et appareil retirés tant que des entreprises lisent la liste', REMOVED: 'Lieu, heure et appareil retirés' } as Record<string, string>, picturesHelp: 'Les appareils inscrivent dans l’image ou le film où et quand ils ont été pris. Leur auteur les garde tels qu’envoyés. On ne peut rien retirer des fichiers TIFF, Matroska, WebM, AVI ou endommagés : ils ne vont pas aux entreprises. Les fichiers Word, Excel, PowerPoint et OpenDocument perdent auteur, organisation, dates et modèle, sauf s’ils sont signés ; les auteurs des commentaires et des révisions s’appellent Author 1, Author 2, etc. PDF, anciens formats bureautiques et archives partent tels quels.',
    signed: 'Courriels signés et chiffrés', signedTo: { HELD: 'La coordination est consultée', PASSED: 'Transmis tels quels' } as Record<string, string>, signedHelp: 'Ils ne peuvent pas être modifiés et montrent le certificat de leur auteur.', save: 'Enregistrer', saved: 'C’est valable dès maintenant.',
  },
  looks: {
    title: 'Aspect de ses courriels', open: 'Courriels', help: 'Vaut pour les courriels envoyés à partir de maintenant ; toutes les personnes qui lisent la liste le voient. Ce que les gens ont écrit reste tel quel.', tag: 'Mention dans l’objet', tagHelp: 'Par exemple [COP]. Une seule fois, avant ou après « Re: ». Vide pour aucune.',
    answers: 'Les réponses vont', answersTo: { LIST: 'À la liste', AUTHOR: 'Seulement à la personne qui l’a écrit' }, waitsAsWorkspace: 'Comme pour tout l’espace', footer: 'Pied de page', footerHelp: 'Sous les courriels simples, avec une ligne qui dit où vont les réponses. Les courriels signés ou chiffrés n’en portent jamais. Au plus 500 caractères.', save: 'Enregistrer', saved: 'Les courriels ont cet aspect à partir de maintenant.', tooLong: 'Trop long',
  },
};
