// The words of templates of actions: what each fills into the form, and how its tasks say their days.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const planTemplates = {
  label: 'Template', none: 'Without a template', help: 'Fills in title, agenda, tasks and reminders. You can change everything before you plan the action.', audience: 'A template never shares with more people than your own side. You can choose fewer readers.',
  tasks: 'Tasks', tasksHelp: 'Each becomes an action with its own due date, for the same readers.', tasksWithout: 'Enter the start first: the due dates are counted from it.', makeTasks: 'Plan these tasks too', before: (n: number) => counted(n, '# day before', '# days before'), after: (n: number) => counted(n, '# day after', '# days after'), same: 'the same day',
  of: { PRESS: 'Press conference', CALL: 'Joint call', SUBMISSION: 'Submission' },
  title: { PRESS: (about: string) => `Press conference: ${about}`, CALL: (about: string) => `Joint call: ${about}`, SUBMISSION: (about: string) => `Submission: ${about}` },
  description: { PRESS: 'What we announce, and why now:\n\nWho speaks:\n\nWho is invited: …', CALL: 'What we want to decide:\n\nWhat to read before: …', SUBMISSION: 'Who we answer, and to which question:\n\nOur main points: …' },
  agenda: { PRESS: '1. Welcome\n2. Statements, 3 minutes each\n3. Questions from journalists\n4. Interviews', CALL: '1. Where we are now\n2. What each organisation can do\n3. Decisions\n4. Who does what by when', SUBMISSION: '1. Outline\n2. Draft\n3. Comments\n4. Sign-on\n5. Sending' },
  task: {
    room: 'Book the room and the sound', speakers: 'Agree who speaks, in which language', release: 'Write the press release', invite: 'Invite journalists', questions: 'Prepare answers to hard questions', coverage: 'Collect the coverage',
    agenda: 'Send the agenda and what to read', link: 'Open the call and test the link', minutes: 'Write the minutes and the tasks',
    outline: 'Agree the outline and who writes', draft: 'Share the first draft', comments: 'Collect comments', signOn: 'Ask organisations to sign', send: 'Send it and keep the acknowledgement', reply: 'Ask for the reply',
  },
};

export type PlanTemplatesWords = Catalogue<typeof planTemplates>;
