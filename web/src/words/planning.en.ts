// The words of the agenda and of one action: apart from the rest, since the first view needs none of them.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const planning = {
  actions: {
    agenda: 'Agenda', byState: 'By state', kind: 'Kind', heading: 'Title', description: 'Description', starts: 'Starts', ends: 'Ends', zone: 'Time zone', place: 'Place or link', owner: 'Owner',
        upcoming: 'Coming up', undated: 'No date yet', past: 'Past and closed', empty: 'No actions yet', emptyHelp: 'Plan calls, meetings, statements and submissions together. Others are notified by email and can answer whether they take part. You can also plan one by email:', noDate: 'No date yet',
    will: 'We will take part', may: 'We may take part', willNot: 'We cannot', willShort: 'Take part', mayShort: 'May take part', willNotShort: 'Cannot take part', answerFor: (name: string) => `For ${name}`, whoTakesPart: 'Participation', nobodyYet: 'No organisation has answered yet.', takingPart: (n: number) => counted(n, '# takes part', '# take part'),
    note: 'Note with your answer', saveNote: 'Save note', edit: 'Edit action', outcome: 'Outcome', addOutcome: 'Record outcome', noOutcome: 'No outcome yet.', setState: 'State', comments: 'Comments', columnEmpty: 'No actions',
  },
};

export type PlanningWords = Catalogue<typeof planning>;
