// The words of reviews: the page with the answers of one's own organisation, the table of all, and what leads it.
import { counted, number } from './counts.en';
import type { Catalogue } from './language';

export const reviews = {
  title: 'Reviews', one: 'Review', of: (text: string) => `Review: ${text}`, open: 'Ask for positions', edition: (n: number) => `Edition ${number(n)}`,
  states: { PLANNED: 'Planned', OPEN: 'Open', CLOSED: 'Closed', REPORTED: 'Reported' },
  opens: (when: string) => `Opens ${when}`, closes: (when: string) => `Closes ${when}`, closed: (when: string) => `Closed ${when}`,
  coverage: (answered: number, asked: number) => `${number(answered)} of ${counted(asked, '# organisation', '# organisations')} answered`,
  covered: (some: number, all: number) => `${number(some)} of ${counted(all, '# provision has', '# provisions have')} an answer`, asFar: 'as far as you can read',
  views: { label: 'View', text: 'Text', table: 'Table', uptake: 'Outcome' },
  stance: 'Position', stances: { SUPPORT: 'Support', CONCERN: 'Concern', OPPOSE: 'Oppose', AMEND: 'Amend', NO_VIEW: 'No view' },
  rest: 'All other provisions', restHelp: 'Counts for each provision that has no answer of its own.', restOf: 'from “all other provisions”',
  answer: {
    title: (organisation: string) => `Answers of ${organisation}`, help: 'Choose a position for each provision on which you have a view. Nothing is sent until you press the button.',
    reason: 'Reason', words: 'New wording', wordsNeeded: 'Change the wording, or choose another position.', done: (some: number, all: number) => `${number(some)} of ${number(all)} answered`,
    send: 'Send answers', sent: 'Answers sent', draft: 'Save for your organisation', drafted: 'Saved. Only your organisation can read it.', unsent: (n: number) => counted(n, '# answer not sent', '# answers not sent'), drop: 'Discard changes', next: 'Next without an answer',
    decline: 'Decline', declineTitle: 'Decline this review?', declineHelp: 'The others see that your organisation will not answer. You can still answer until the review closes.', declined: 'Declined',
    isDraft: 'Draft', byMail: 'You can also answer by replying to the email about this review.',
  },
  others: (n: number) => counted(n, '# answer', '# answers'), proposes: 'Proposes', none: 'No answer yet',
  organisations: 'Organisations asked', answered: 'Answered', missing: 'No answer yet', declined: 'Declined',
  table: { label: 'Positions by provision and organisation', provision: 'Provision', opposed: 'Most opposed first', download: 'Download as CSV' },
  uptake: {
    title: (n: number) => `Result in edition ${number(n)}`, help: 'Of each amendment, the share of its changed words that came. Of each provision that was opposed, whether it was removed.', none: 'No change was requested that you can read.', outcomes: { TAKEN: 'Taken up', PARTLY_TAKEN: 'Partly taken up', NOT_TAKEN: 'Not taken up' },
    proposed: 'Proposed', now: 'Now', gone: 'The provision was removed.', share: (percent: number) => `${number(percent)}%`, compare: 'Compare the editions',
  },
  form: { brief: 'Focus', closes: 'Closes', organisations: 'Who is asked', all: 'Choose all', none: 'Choose none', sent: 'Review opened. The organisations are told by email.', few: 'Choose at least one organisation.' },
  lead: {
    extend: 'Extend', extendTitle: 'Extend the review', extendHelp: 'Answers given so far stay.', close: 'Close now', closeTitle: 'Close the review now?', closeHelp: 'No one can answer after that.', remind: 'Remind', remindTitle: 'Remind those who have not answered?',
    remindHelp: 'Each of them gets one email.', report: 'Report', reportTitle: 'Report on the review', reportText: 'Results', saved: 'Saved', reminded: 'Reminder sent',
  },
  report: { title: 'Results', by: (when: string) => `Reported ${when}` },
};

export type ReviewsWords = Catalogue<typeof reviews>;
