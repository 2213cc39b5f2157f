// The words of the agenda and of one action: apart from the rest, since the first view needs none of them. In French; the glossary is that of fr.ts.
import { counted } from './counts.fr';
import type { PlanningWords } from './planning.en';

export const planning: PlanningWords = {
  actions: {
    agenda: 'Agenda', byState: 'Par état', kind: 'Type', heading: 'Qu’est-ce qui sera fait ?', description: 'Description', starts: 'Début', ends: 'Fin', zone: 'Fuseau horaire', place: 'Lieu ou lien', owner: 'Responsable',
        upcoming: 'À venir', undated: 'Pas encore de date', past: 'Passées et closes', empty: 'Aucune action prévue pour l’instant', emptyHelp: 'Ce que la coalition fait ensemble : relectures, appels, déclarations, contributions. Planifiez la première ; les autres l’apprennent par courriel et peuvent dire si leur organisation participe. Un courriel en planifie aussi :', noDate: 'Pas encore de date',
    will: 'Nous participerons', may: 'Peut-être', willNot: 'Nous ne pouvons pas', willShort: 'Participent', mayShort: 'Participent peut-être', willNotShort: 'Ne peuvent pas', answerFor: (name) => `Pour ${name}`, whoTakesPart: 'Qui participe', nobodyYet: 'Aucune organisation n’a encore répondu.', takingPart: (n) => counted(n, '# participe', '# participent'),
    note: 'Une note avec votre réponse', saveNote: 'Enregistrer la note', edit: 'Modifier l’action', outcome: 'Résultat', addOutcome: 'Noter le résultat', noOutcome: 'Rien de noté pour l’instant.', setState: 'État', comments: 'Commentaires', columnEmpty: 'Rien ici',
  },
};
