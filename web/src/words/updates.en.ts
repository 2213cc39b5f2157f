// The words of what becomes of updates: corrections, stages, questions, links. Apart from the rest, since few views need them.
import { amount, counted } from './counts.en';
import type { Catalogue } from './language';

export const updatesMore = {
  retractedBy: 'Retracted by {actor} {date}', retractedHelp: 'The company withdrew this update. It stays visible because others may have relied on it.',
  provision: 'Provision', provisionHelp: 'For example: Part I, 3. Leave empty if the update is about the whole text.', due: 'Promised for', dueKept: 'The first promised date stays visible.', dueHelp: 'Only if the company promises a date.', overdue: 'Overdue', kept: 'Kept', links: 'Related to', issues: 'Related items', issuesHelp: 'Issue keys such as COP-12, or page addresses of issues, actions and updates here, separated by commas.', more: 'Provision, date, issues, draft, schedule',
  stage: 'Stage', stageNote: 'Note', stageSave: 'Save stage', stageSaved: 'Stage saved. All readers are notified.',
  correct: 'Correct update', correctTitle: 'Correct update', correctHelp: 'Readers see the new and the earlier text, and are notified by email.', correctNote: 'Reason', correctDo: 'Correct update',
  retract: 'Retract update', retractTitle: 'Retract update?', retractHelp: 'The update stays visible, marked as retracted, with your reason. All readers are notified. This cannot be undone.', reason: 'Reason', retractDo: 'Retract update',
  read: 'We have read this', readNamed: (organisation: string) => `Confirm for ${organisation}: we have read this`, readBy: 'Read by {list}', readByNone: 'No organisation has confirmed reading this.', readDone: 'Your organisation has confirmed reading this.',
  past: (n: number) => counted(n, '# change', '# changes'), before: 'Earlier text', staged: 'Earlier stage', why: 'Reason',
  feeds: {
    open: 'Feed addresses', title: 'Updates in a feed reader', help: 'A personal address for a feed reader. It shows the updates you can read at that moment. Anyone who has an address for all companies can also read your issues and actions, so treat it like a password. It ends with your membership.',
    shown: 'Copy the address now. It will not be shown again.', copy: 'Copy', copyNamed: (form: string) => `Copy the address for ${form}`, copied: 'Copied.', name: 'Feed reader', which: 'Updates', all: 'All companies', make: 'Create address', revoke: 'Revoke', revokeNamed: (name: string) => `Revoke ${name}`, revoked: 'Address revoked.', revokeTitle: (name: string) => `Revoke ${name}?`, revokeHelp: 'The reader that uses this address shows nothing new any more. This cannot be undone, but you can create another address.', none: 'No feed addresses.',
  },
  published: (readers: string) => `Published. ${readers} can read it. You can undo send for 60 seconds.`, needsHeadline: 'Add a headline to publish.', needsText: 'Add text below the headline to publish.',
  drafts: {
    rule: {
      title: 'Second liaison', isOn: 'A second liaison of your company must confirm each update before it is published.', isOff: 'Each liaison of your company can publish updates alone.',
      require: 'Require a second liaison', allow: 'Allow publishing alone', on: 'A second liaison is now required.', off: 'A second liaison is no longer required.',
      help: 'Only liaisons of your company see this and can change it. An update with a publication date follows the rule of that date. To allow publishing alone, you confirm with a code or a passkey.',
    },
    title: (n: number) => (n === 0 ? 'No drafts' : counted(n, '# draft', '# drafts')), second: 'A second liaison confirms our updates', at: 'will be published: {date}', wanted: 'requested publication: {date}', publish: 'Publish', confirm: 'Confirm', publishNamed: (title: string) => `Publish: ${title}`, waits: 'Another liaison of your company must confirm it.', waitsAuthor: 'Waiting for its author to change it.', discard: 'Discard', discardNamed: (title: string) => `Discard: ${title}`,
    toSecond: 'Send to second liaison', toSecondDone: 'Sent. Another liaison of your company must confirm it below.', keepDo: 'Save as draft', keepDone: 'Saved below. Only your company can see it.', schedule: (when: string) => `Publish ${when}`, scheduled: (when: string) => `Will be published ${when}. Until then only your company can see it.`,
    sendBack: 'Send back', sendBackNamed: (title: string) => `Send back: ${title}`, returnTitle: 'Send back draft?', returnHelp: (title: string) => `“${title}” goes back to its author. Only your company can read your note.`, returnNote: 'What needs to change?', returnedBy: 'Sent back by {actor}',
    confirmedBy: 'confirmed by {actor}', change: 'Edit', confirmNamed: (title: string) => `Confirm: ${title}`, changeNamed: (title: string) => `Edit: ${title}`, busy: 'You are editing another draft. Save or cancel it first.', save: 'Save draft', gone: 'This draft was published or discarded in the meantime. Your text is still here.', asNew: 'Save as new draft', discardTitle: 'Discard draft?', discardHelp: (title: string) => `“${title}” will be deleted for your whole company.`,
    files: (n: number) => counted(n, '# file attached', '# files attached'), original: 'Original email', goneFiles: (names: string) => `Its files are gone. Attach them again if needed (${names}).`, keep: 'Save as draft', later: 'Publication date', laterHelp: 'In your time zone. Leave empty to publish now.',
  },
  hooks: {
    open: 'Webhooks', title: 'Webhooks', help: 'Caucus sends the updates you can read to a program at your address as they are posted. It never sends comments, drafts or off-the-record text. The webhook ends with your membership.',
    shown: 'Deliveries are signed with this secret. Copy it now. It will not be shown again.', name: 'Name', url: 'Address', urlHelp: 'https://, reachable from the Internet.', make: 'Add webhook', remove: 'Remove', removeNamed: (name: string) => `Remove ${name}`, removed: 'Webhook removed.', copy: 'Copy secret', removeTitle: (name: string) => `Remove ${name}?`, removeHelp: 'Nothing more is sent to it, and its secret ends. If you add it again, it gets a new secret.', none: 'No webhooks.',
    failed: 'Last delivery failed:', stopped: 'Deliveries stopped:', dead: (n: number) => counted(n, '# delivery failed for good.', '# deliveries failed for good.'), letGo: (n: number) => counted(n, 'Queue full (200): # event was dropped. It is still listed under Updates.', 'Queue full (200): # events were dropped. They are still listed under Updates.'), retry: 'Retry', retryNamed: (name: string) => `Retry: ${name}`, retried: 'Retrying within seconds.',
    renew: 'New secret', renewNamed: (name: string) => `New secret for ${name}`, renewed: (name: string) => `Deliveries to ${name} are now signed with this secret, and for one more day also with the earlier one. Copy it now. It will not be shown again.`,
  },
  board: {
    open: 'Company overview', first: 'first promised for {date}', title: 'Company overview', lead: 'Updates, open questions and promises of each company, as far as you can see them.',
    none: 'No companies yet', noneHelp: 'Each company that joins appears here with its updates and promises.', nothingSaid: 'No updates or questions in the last twelve months.', questions: 'Open questions', waiting: (n: number) => counted(n, 'The oldest open question has waited for 1 day.', 'The oldest open question has waited for # days.'), requests: 'Requests by the company', toIt: 'Requests to the company', answer: 'Answer', promised: 'Promised', kept: 'Kept', overdue: 'Overdue', by: 'due {date}',
    chart: 'The last twelve months', chartOf: (name: string) => `${name}: updates and hours to an answer, by month`, table: 'Show as table', month: 'Month', updates: 'Updates', asked: 'Questions', answered: 'Answered', median: 'Median hours to an answer', said: (n: number) => counted(n, '# update', '# updates'), hours: (n: number) => amount(n, 'hour'), noAnswer: '–',
  },
  questions: 'Questions to the company', open: 'Waiting for an answer', answered: 'Answered', toAnswer: 'Go to answer', toQuestion: 'Go to question',
};

export type UpdatesMoreWords = Catalogue<typeof updatesMore>;
