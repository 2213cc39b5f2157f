// The words of the agenda and of one action: apart from the rest, since the first view needs none of them. In French; the glossary is that of fr.ts.
import { counted } from './counts.fr';
import type { PlanningWords } from './planning.en';

export const planning: PlanningWords = {
  actions: {
    agenda: 'Agenda', byState: 'Par état', kind: 'Type', heading: 'Titre', description: 'Description', starts: 'Début', ends: 'Fin', zone: 'Fuseau horaire', place: 'Lieu ou lien', owner: 'Responsable',
        upcoming: 'À venir', undated: 'Pas encore de date', past: 'Passées et closes', empty: 'Aucune action pour l’instant', emptyHelp: 'Planifiez ensemble appels, réunions, déclarations et contributions. Les autres sont notifiés par courriel et peuvent répondre. Vous pouvez aussi planifier par courriel :', noDate: 'Pas encore de date',
    will: 'Nous participerons', may: 'Nous participerons peut-être', willNot: 'Nous ne pouvons pas', willShort: 'Participent', mayShort: 'Participent peut-être', willNotShort: 'Ne participent pas', answerFor: (name) => `Pour ${name}`, whoTakesPart: 'Participation', nobodyYet: 'Aucune organisation n’a encore répondu.', takingPart: (n) => counted(n, '# participe', '# participent'),
    note: 'Une note avec votre réponse', saveNote: 'Enregistrer la note', edit: 'Modifier l’action', outcome: 'Résultat', addOutcome: 'Noter le résultat', noOutcome: 'Aucun résultat pour l’instant.', setState: 'État', comments: 'Commentaires', columnEmpty: 'Aucune action',
  },
};
