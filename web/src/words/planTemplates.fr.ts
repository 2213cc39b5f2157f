// Les mots des modèles d’action : ce que chacun remplit, et comment ses tâches disent leurs jours.
import { counted } from './counts.fr';
import type { PlanTemplatesWords } from './planTemplates.en';

export const planTemplates: PlanTemplatesWords = {
  label: 'Modèle', none: 'Sans modèle', help: 'Remplit le titre, l’ordre du jour, les tâches et les rappels. Vous pouvez tout modifier avant de planifier l’action.', audience: 'Un modèle ne dépasse jamais votre propre côté. Vous pouvez restreindre la visibilité.',
  tasks: 'Tâches', tasksHelp: 'Chacune devient une action avec sa propre échéance, visible par les mêmes personnes.', tasksWithout: 'Indiquez d’abord le début : les échéances en dépendent.', makeTasks: 'Planifier aussi ces tâches', before: (n) => counted(n, '# jour avant', '# jours avant'), after: (n) => counted(n, '# jour après', '# jours après'), same: 'le jour même',
  of: { PRESS: 'Conférence de presse', CALL: 'Appel commun', SUBMISSION: 'Contribution écrite' },
  title: { PRESS: (about) => `Conférence de presse : ${about}`, CALL: (about) => `Appel commun : ${about}`, SUBMISSION: (about) => `Contribution : ${about}` },
  description: { PRESS: 'Ce que nous annonçons, et pourquoi maintenant :\n\nQui prend la parole :\n\nQui est invité : …', CALL: 'Ce que nous voulons décider :\n\nÀ lire avant : …', SUBMISSION: 'À qui nous répondons, et à quelle question :\n\nNos points principaux : …' },
  agenda: { PRESS: '1. Accueil\n2. Déclarations, 3 minutes chacune\n3. Questions des journalistes\n4. Entretiens', CALL: '1. Où nous en sommes\n2. Ce que chaque organisation peut faire\n3. Décisions\n4. Qui fait quoi, et quand', SUBMISSION: '1. Plan\n2. Projet de texte\n3. Commentaires\n4. Signatures\n5. Envoi' },
  task: {
    room: 'Réserver la salle et le son', speakers: 'Convenir de qui parle, et en quelle langue', release: 'Rédiger le communiqué', invite: 'Inviter les journalistes', questions: 'Préparer les réponses aux questions difficiles', coverage: 'Rassembler la couverture de presse',
    agenda: 'Envoyer l’ordre du jour et les lectures', link: 'Ouvrir l’appel et tester le lien', minutes: 'Rédiger le compte rendu et les tâches',
    outline: 'Convenir du plan et des personnes qui rédigent', draft: 'Partager la première version', comments: 'Rassembler les commentaires', signOn: 'Proposer la signature aux organisations', send: 'Envoyer et garder l’accusé de réception', reply: 'Demander la réponse',
  },
};
