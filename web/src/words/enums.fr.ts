// What the values of the API are called, in French.
import type { Words } from './en';

export const enums: Words['enums'] = {
  issueStates: { TRIAGE: 'À trier', OPEN: 'Ouvert', IN_PROGRESS: 'En cours', WAITING: 'En attente', DONE: 'Terminé', DECLINED: 'Écarté' },
  issueTypes: { PROVISION_CONCERN: 'Réserve sur une disposition', TASK: 'Tâche', QUESTION: 'Question', COMPANY_REQUEST: 'Demande à une entreprise', DECISION: 'Décision' },
  priorities: { URGENT: 'Urgente', HIGH: 'Haute', NORMAL: 'Normale', LOW: 'Basse' },
  updateKinds: { ACTION: 'Mesure prise', POSITION: 'Position', STATUS: 'Point d’étape', REQUEST: 'Sollicitation', CORRECTION: 'Correction' },
  stages: { NOTED: 'Noté', IN_REVIEW: 'À l’examen', DECIDED: 'Décidé', DONE: 'Fait' },
  attributions: { ON_RECORD: 'Citation permise', BACKGROUND: 'Sans attribution', OFF_RECORD: 'Ne pas citer' },
  actionKinds: { REVIEW: 'Examen', CALL: 'Appel', PRESS_CONFERENCE: 'Conférence de presse', MEETING: 'Réunion', SUBMISSION: 'Contribution écrite', STATEMENT: 'Déclaration', TASK: 'Tâche', DEADLINE: 'Date limite' },
  actionStates: { PLANNED: 'Prévue', UNDER_WAY: 'En cours', DONE: 'Terminée', CALLED_OFF: 'Annulée' },
  attendance: { WILL: 'Je viens', MAY: 'Peut-être', WILL_NOT: 'Je ne viens pas' },
  roles: { CONVENOR: 'Coordination', MEMBER: 'Membre', LIAISON: 'Point focal', OBSERVER: 'Observation' },
  sides: { CIVIL_SOCIETY: 'Société civile', COMPANY: 'Entreprise' },
  audiences: { EVERYONE: 'Tout le monde', CIVIL_SOCIETY: 'Société civile', withCompany: (company) => `Société civile et ${company}`, companyOnly: (company) => `${company} uniquement`, organisationOnly: (organisation) => `${organisation} uniquement`, between: (organisation, company) => `${organisation} et ${company}`, NAMED: 'Personnes désignées' },
};
