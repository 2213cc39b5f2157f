// The words of what becomes of updates: corrections, stages, questions, links. Apart from the rest, since few views need them.
import { amount, counted } from './counts.en';
import type { Catalogue } from './language';

export const updatesMore = {
  retractedBy: 'Retracted by', retractedHelp: 'The company no longer stands by this. It stays to be seen, since others may have relied on it.',
  provision: 'Provision', provisionHelp: 'For example: Part I, 3. Leave it empty if it is about the whole.', due: 'Promised by', dueKept: 'The day that was promised first stays to be seen.', dueHelp: 'Only if the company promises it by a day.', overdue: 'The day has passed', kept: 'Kept', links: 'Belongs to', issues: 'What it belongs to', issuesHelp: 'Labels of issues, such as COP-12, or addresses of pages of issues, actions and updates here, with commas between.', more: 'Provision, promise, issues; draft, or publish later',
  stage: 'How far is it?', stageNote: 'What does that mean?', stageSave: 'Save the stage', stageSaved: 'Everyone who reads this hears of it.',
  correct: 'Correct it', correctTitle: 'Correct this update', correctHelp: 'Readers see what it says now and what it said before, and hear of it by mail.', correctNote: 'Why?', correctDo: 'Correct it',
  retract: 'Retract it', retractTitle: 'Retract this update', retractHelp: 'It stays to be seen, marked, with your reason. Everyone who reads it hears of it. This cannot be undone.', reason: 'Why?', retractDo: 'Retract it',
  read: 'We have read this', readNamed: (organisation: string) => `Say for ${organisation}: we have read this`, readBy: 'Read by', readByNone: 'No organisation has said yet that it read this.', readDone: 'Your organisation has said that it read this.',
  past: (n: number) => counted(n, 'What changed: once', 'What changed: # times'), before: 'It said before', staged: 'It was', why: 'Why',
  feeds: {
    open: 'Read in a feed reader', title: 'Updates in a feed reader', help: 'An address of your own for a feed reader. It shows what you may read here at that moment. Anyone who has one of all companies can read your issues and actions with it too: treat it like a password. It ends with your seat.',
    shown: 'Copy it now: it is shown this once.', copy: 'Copy', copyNamed: (form: string) => `Copy the address for ${form}`, copied: 'Copied.', name: 'Which reader is it for?', which: 'Which updates?', all: 'All companies', make: 'Make an address', revoke: 'Revoke', revokeNamed: (name: string) => `Revoke ${name}`, revoked: 'That address is gone for good.', revokeTitle: (name: string) => `Revoke ${name}?`, revokeHelp: 'The reader that uses this address shows nothing new any more. It cannot be undone, but you can make another address.', none: 'No feed reader reads for you.',
  },
  published: (readers: string) => `Published. It is read by ${readers}. For 60 seconds you can take it back.`, needsHeadline: 'It can be sent once it has a headline.', needsText: 'It can be sent once something stands under the headline.',
  drafts: {
    title: (n: number) => (n === 0 ? 'No drafts' : counted(n, '# draft', '# drafts')), second: 'A second liaison confirms our updates', at: 'will be published', wanted: 'to be published', publish: 'Publish', confirm: 'Confirm', publishNamed: (title: string) => `Publish: ${title}`, waits: 'Another liaison of your company has to confirm it.', waitsAuthor: 'It waits until its author has changed it.', discard: 'Discard', discardNamed: (title: string) => `Discard: ${title}`,
    toSecond: 'Send it to a second liaison', toSecondDone: 'It waits below until another liaison of your company confirms it.', keepDo: 'Keep it as a draft', keepDone: 'Kept below. Only your company sees it.', schedule: (when: string) => `Publish it ${when}`, scheduled: (when: string) => `It will be published ${when}. Until then only your company sees it.`,
    sendBack: 'Send back', sendBackNamed: (title: string) => `Send back: ${title}`, returnTitle: 'Send this draft back?', returnHelp: (title: string) => `“${title}” waits for its author then. Only your company reads what you write.`, returnNote: 'What should be otherwise?', returnedBy: 'Sent back by',
    confirmedBy: 'confirmed by', change: 'Change', confirmNamed: (title: string) => `Confirm: ${title}`, changeNamed: (title: string) => `Change: ${title}`, busy: 'Another draft is being changed. Save it or cancel first.', save: 'Save the draft', gone: 'This was published or discarded meanwhile. Your text is still here.', asNew: 'Keep it as a new draft', discardTitle: 'Discard this draft?', discardHelp: (title: string) => `“${title}” is gone then, for your whole company.`,
    files: (n: number) => counted(n, 'One file goes along', '# files go along'), original: 'The letter as it came', goneFiles: (names: string) => `Its files are not: attach again what is to go along (${names}).`, keep: 'Keep as a draft', later: 'Publish at', laterHelp: 'In your time zone. Leave it empty to publish now.',
  },
  hooks: {
    open: 'Tell a program (webhook)', title: 'Programs that are told (webhooks)', help: 'A program at an address of yours is told of updates you may read, as they come. Never of comments, drafts or words said off record. It ends with your seat.',
    shown: 'Its calls are signed with this secret. Copy it now: it is shown this once.', name: 'What is it?', url: 'Its address', urlHelp: 'https://, reachable from the Internet.', make: 'Add it', remove: 'Remove', removeNamed: (name: string) => `Remove ${name}`, removed: 'It is told nothing more.', copy: 'Copy the secret', removeTitle: (name: string) => `Remove ${name}?`, removeHelp: 'It is told nothing more, and its secret ends. You can add it again; it gets a new secret then.', none: 'No program is told for you.',
    failed: 'The last call failed:', stopped: 'It is told no more:', dead: (n: number) => counted(n, '# call was given up.', '# calls were given up.'), letGo: (n: number) => counted(n, '# call after 200 that wait was let go: it is not told any more. It stands among the updates.', '# calls after 200 that wait were let go: they are not told any more. They stand among the updates.'), retry: 'Try again', retryNamed: (name: string) => `Try again: ${name}`, retried: 'Tried again within seconds.',
    renew: 'New secret', renewNamed: (name: string) => `New secret for ${name}`, renewed: (name: string) => `Calls to ${name} are signed with this secret from now on, and for a day with the one before, too. Copy it now: it is shown this once.`,
  },
  board: {
    open: 'Board of companies', first: 'first promised by', title: 'Board of companies', lead: 'Who spoke when, what is open, what was promised and kept: as far as you can read it.',
    none: 'No company is here yet', noneHelp: 'Each company that has joined stands here, with what it said, promised and kept.', nothingSaid: 'Nothing was said or asked in the last twelve months.', questions: 'Open questions', waiting: (n: number) => counted(n, 'The oldest open question waits for 1 day.', 'The oldest open question waits for # days.'), requests: 'Requests by it', toIt: 'Requests to it', answer: 'It said', promised: 'Promised', kept: 'Kept', overdue: 'Overdue', by: 'by',
    chart: 'The last twelve months', chartOf: (name: string) => `${name}: updates and hours to an answer, by month`, table: 'As a table', month: 'Month', updates: 'Updates', asked: 'Questions', answered: 'Answered', median: 'Median hours to an answer', said: (n: number) => counted(n, '# update', '# updates'), hours: (n: number) => amount(n, 'hour'), noAnswer: '–',
  },
  questions: 'Questions to the company', open: 'Waits for an answer', answered: 'Answered', toAnswer: 'The answer', toQuestion: 'The question',
};

export type UpdatesMoreWords = Catalogue<typeof updatesMore>;
