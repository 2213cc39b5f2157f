// The words of polls: the list, the form, the page with its answers and its count.
import { and, counted, number } from './counts.en';
import type { Catalogue } from './language';

const share = (n: number): string => `${number(n)}%`;

export const polls = {
  title: 'Polls', open: 'Open a poll', one: 'Poll', back: 'Polls',
  empty: 'No polls yet', emptyHelp: 'A poll asks organisations for consent, a choice, a ranking, scores or a time. Answers arrive here and by email.',
  comments: 'Comments', about: 'About',
  groups: { OPEN: 'Open', CLOSED: 'To be decided', DECIDED: 'Decided', REVIEWED: 'Reviewed' },
  states: { OPEN: 'Open', CLOSED: 'Closed', DECIDED: 'Decided', REVIEWED: 'Reviewed' },
  kinds: { CONSENT: 'Consent', CHOICE: 'Choice', RANKED: 'Ranking', SCORE: 'Scores', TIME: 'Time' },
  kindHelp: {
    CONSENT: 'Agree, agree with a concern, stand aside or object. One open objection means no consent.',
    CHOICE: 'Each answer chooses one option.', RANKED: 'Each answer puts the options in order. The count is an instant run-off.',
    SCORE: 'Each answer gives every option 0 to 5 points.', TIME: 'Each answer shows the times that suit. The outcome can plan the action.',
  },
  form: {
    kind: 'Kind', question: 'Question', description: 'Description', options: 'Options', optionsHelp: 'One option a line, at most 50.', times: 'Times', addTime: 'Add a time', removeTime: 'Remove this time',
    starts: 'Starts', ends: 'Ends', zone: 'Time zone', closes: 'Closes', more: 'Quorum and rules', voice: 'Answers', voices: { ORGANISATION: 'One answer for each organisation', SEAT: 'One answer for each person' },
    eligible: 'Whose answers count', eligibles: { CIVIL_SOCIETY: 'Civil society', ALL: 'Everyone who reads the poll' },
    quorum: 'Quorum in per cent', quorumHelp: 'The share that must answer. Without it, any number is enough.', bySide: 'Each side must reach it',
    silence: 'No answer means', silences: { COUNTS_AS_NOTHING: 'nothing', NO_OBJECTION: 'no objection' },
    shown: 'Answers are shown', showns: { LIVE: 'as they arrive', AT_CLOSE: 'when the poll closes' },
    byMail: 'You can also open a poll by email, with lines such as Kind: choice and Closes: 2026-12-01 at the head and a list of the options.',
    hiddenHelp: 'The person who operates this server could see answers before the poll closes.',
  },
  closes: (when: string) => `Closes ${when}`, closed: (when: string) => `Closed ${when}`,
  answered: (n: number, of: number) => `${number(n)} of ${counted(of, '# answer', '# answers')}`, asked: (n: number) => counted(n, '# is asked', '# are asked'),
  mine: 'Answered', missing: 'Your answer is missing',
  ballot: {
    of: (organisation: string) => `Answer for ${organisation}`, own: 'Your answer', view: 'Your view', viewHelp: 'You are not asked in this poll. Your view is shown next to the answers and is not counted.',
    stance: 'Position', stances: { AGREE: 'Agree', AGREE_WITH_CONCERN: 'Agree with a concern', STAND_ASIDE: 'Stand aside', OBJECT: 'Object' },
    reason: 'Reason', reasonNeeded: 'An objection needs a reason.', choose: 'Choose one', rank: 'Your order', rankHelp: 'Best first. Options that you leave out count for no one.', unranked: 'Not ranked',
    add: (option: string) => `Add ${option} to your order`, up: (option: string) => `Move ${option} up`, down: (option: string) => `Move ${option} down`, leave: (option: string) => `Leave ${option} out`,
    score: 'Points', noScore: 'No points', suits: { YES: 'Yes', MAYBE: 'Maybe', NO: 'No' }, send: 'Send answer', change: 'Change answer', sent: 'Answer saved', given: (when: string) => `Answered ${when}. You can change your answer until the poll closes.`,
    mail: 'by email', receipt: 'Receipt', receiptHelp: 'Keep this receipt. With it you can check that this answer was counted.',
  },
  hidden: 'Answers are shown when the poll closes.', hiddenQuorum: 'Too few answered, so the answers stay hidden until the poll is decided.',
  tally: {
    title: 'Result', none: 'No answers yet.', turnout: (side: string, n: number, of: number) => `${side}: ${number(n)} of ${number(of)}`, sides: { CIVIL_SOCIETY: 'Civil society', COMPANY: 'Companies' },
    quorum: (percent: number) => `Quorum: ${share(percent)}`, quorumBySide: (percent: number) => `Quorum: ${share(percent)} of each side`, quorate: 'Quorum reached', notQuorate: 'Quorum not reached',
    consent: 'Consent reached.', noConsent: 'Consent not reached.', noConsentYet: 'Consent not reached yet.', objections: (n: number) => counted(n, '# open objection', '# open objections'), silent: (n: number) => counted(n, '# without an answer', '# without an answer'),
    best: 'Best', tied: 'Equal', condorcet: (option: string) => `${option} beats each other option in direct comparison.`, rounds: 'Rounds', round: (n: number) => `Round ${number(n)}`, out: (options: string[]) => `Out: ${and(options)}`, exhausted: (n: number) => counted(n, '# answer names no option that is left', '# answers name no option that is left'),
    count: (n: number) => counted(n, '# answer', '# answers'), mean: (mean: number, spread: number) => `${number(mean)} on average, spread ${number(spread)}`, suits: (yes: number, maybe: number, no: number) => `${number(yes)} yes, ${number(maybe)} maybe, ${number(no)} no`,
  },
  ballots: { title: 'Answers', views: 'Views, not counted', resolved: 'Resolved', resolve: 'Resolve objection', resolveHelp: 'Your objection stays visible and no longer stops consent.', note: 'Note', none: 'No answers yet.' },
  lead: {
    extend: 'Extend', extendTitle: 'Extend the poll', extendHelp: 'Answers given so far stay.', close: 'Close now', closeTitle: 'Close the poll now?', closeHelp: 'No one can answer after that.', decide: 'Record outcome', decideTitle: 'Record the outcome', outcome: 'Outcome', option: 'Chosen option',
    noOption: 'No option', plan: 'Plan the action at this time', review: 'Review', reviewTitle: 'Record a review', reviewText: 'Results', reviewOn: 'Review date', again: 'Next review', csv: 'CSV', blt: 'BLT', exported: 'Download', exportedAs: 'Download answers', saved: 'Saved',
  },
  outcome: { title: 'Outcome', by: (when: string) => `Recorded ${when}`, reviewOn: (day: string) => `To be reviewed on ${day}`, action: 'Planned action' },
  receipts: { title: 'Check a receipt', label: 'Receipt', check: 'Check', found: 'This receipt is of an answer to this poll.', notFound: 'No answer to this poll has this receipt.' },
};

export type PollsWords = Catalogue<typeof polls>;
