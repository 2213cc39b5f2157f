// The words of the agenda and of one action: apart from the rest, since the first view needs none of them.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const planning = {
  actions: {
    agenda: 'Agenda', byState: 'By state', kind: 'Kind', heading: 'What will be done?', description: 'Description', starts: 'Starts', ends: 'Ends', zone: 'Time zone', place: 'Place or link', owner: 'Owner',
        upcoming: 'Coming up', undated: 'No date yet', past: 'Past and closed', empty: 'No action planned yet', emptyHelp: 'What the coalition does together: reviews, calls, statements, submissions. Plan the first one; others are told by mail and can say whether they take part. A letter plans one, too:', noDate: 'No date yet',
    will: 'We will take part', may: 'We may', willNot: 'We can’t', willShort: 'Take part', mayShort: 'May take part', willNotShort: 'Can’t', answerFor: (name: string) => `For ${name}`, whoTakesPart: 'Who takes part', nobodyYet: 'No organisation has answered yet.', takingPart: (n: number) => counted(n, '# takes part', '# take part'),
    note: 'A note with your answer', saveNote: 'Save the note', edit: 'Edit the action', outcome: 'Outcome', addOutcome: 'Write down the outcome', noOutcome: 'Nothing written down yet.', setState: 'State', comments: 'Comments', columnEmpty: 'Nothing here',
  },
};

export type PlanningWords = Catalogue<typeof planning>;
