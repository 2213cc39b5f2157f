// Every visible string, in one place. Plain sentences; functions where a number or a name goes in.
import { and, bytes, counted, organisations, people } from './counts.en';
import { acts } from './acts.en';
import { enums } from './enums.en';
import type { Catalogue } from './language';


export const en = {
  product: 'Caucus',
  common: { archived: 'Archived',
    addressOf: 'This address belongs to',
    save: 'Save', cancel: 'Cancel', close: 'Close', edit: 'Edit', undo: 'Undo', retry: 'Try again', loading: 'Loading…',
    saving: 'Saving…', more: 'Show more', optional: 'optional', you: 'you', none: 'None', menu: 'More',
    unknownPerson: 'Someone', skip: 'Skip to content',
    ask: 'Ask', formerly: 'former member', organisation: 'Organisation', name: 'Name', address: 'Email address',
  },
  title: (page: string, place: string) => (place ? `${page} · ${place}` : page),
  nav: {
    main: 'Workspace', activity: 'Activity', lists: 'Lists', trackers: 'Trackers', updates: 'Updates', actions: 'Actions',
    people: 'Organisations', settings: 'Settings', instruments: 'Instruments', polls: 'Polls', poll: 'poll', openPoll: 'Open a poll', holds: 'Pending messages', account: 'Account', drafts: 'Drafts', myProfile: 'Your profile', myMail: 'Email settings', myAccount: 'Your account', workspaces: 'My workspaces', signOut: 'Sign out',
    shortcuts: 'Keyboard shortcuts', theme: 'Appearance', language: 'Language', themes: { auto: 'Same as device', light: 'Light', dark: 'Dark' },
    conversations: 'Conversations', converse: 'New conversation', files: 'Files', search: 'Search', guide: 'Welcome guide', catchUp: 'Catch up', bell: (n: number) => (n === 0 ? 'Notifications: none unread' : counted(n, 'Notifications: # unread', 'Notifications: # unread')), newHere: (n: number) => counted(n, '# new', '# new'),
  },
  palette: { planAction: 'Plan an action', inMinutes: 'Minutes',
    title: 'Go to', label: 'Go to a page or run a command', placeholder: 'List, issue, thread or command…', page: 'Page', nothing: 'No results.', open: 'Go to a page or run a command',
    lookFor: (words: string) => `Search for “${words}”`,
  },
  audience: {
    who: 'Who can read this', change: 'Who will be able to read this',
    chip: (word: string, n: number) => `${word}, ${people(n)}`,
    readers: (n: number) => counted(n, 'reader', 'readers'),
    count: (n: number, orgs: number) => `${people(n)} in ${organisations(orgs)}`,
    noCompany: 'No company can read this.', companiesRead: (names: string[]) => `${and(names)} can read this.`,
    pickNamed: 'Choose people…', pickNamedTitle: 'Choose who can read this',
    pickNamedHelp: 'You can choose people who can already read here. You are always included.',
    useNamed: (n: number) => counted(n, 'Only this person', 'Only these # people'),
    onlyNarrower: 'Here you can only choose fewer readers.', gone: 'The audience you chose is no longer available here. Choose another before you send.', othersNow: (before: string) => `The readers changed while you were writing (before: ${before}). Nothing has been saved.`, goOn: 'Accept new readers',
    company: 'Company',
  },
  willSee: {
    one: (n: number, orgs: number) => `Will be seen by ${people(n)} in ${organisations(orgs)}: {list}`,
    both: (n: number, orgs: number) => `Will be seen by ${people(n)} in ${organisations(orgs)}: {list}; and {item}`, all: 'Show everyone who will see it',
  },
  send: {
    to: (n: number, orgs: number) => `Send to ${people(n)} in ${organisations(orgs)}`,
    including: (n: number, orgs: number, companies: string[]) => `Send to ${people(n)} in ${organisations(orgs)}, with ${and(companies)}`,
    short: (n: number) => `Send to\u00a0${n}`, counting: 'Counting readers…', write: 'Write…', reply: 'Write a reply', comment: 'Write a comment',
    answering: (name: string) => `Replying to ${name}`, keepsAudience: 'A reply has the same readers as the message it replies to.',
    stopAnswering: 'Reply to the thread instead', reads: 'You can read here but not post.',
  },
  outbox: {
    pending: 'A convenor must approve this message first. You find it under Pending messages.',
    waitingHere: 'Not sent yet. This browser cannot store it, so keep the page open.',
    newcomers: (n: number, names: string[]) => `Since you wrote this, ${people(n)} from ${and(names)} joined the readers.`, themToo: 'Send to them too', sentThere: (n: number, workspace: string) => `${counted(n, '# waiting message was sent', '# waiting messages were sent')} in ${workspace}.`,
    left: 'Not sent', leftHelp: 'The server did not accept this text. It stays in this browser until you edit or discard it.', leftHere: 'Your unsent messages from this workspace:', toPlace: 'Open its page',
    waiting: 'Saved in this browser. It will be sent when you are back online.', sending: 'Sending…', saving: 'Saving…',
    refused: 'Not sent.', putBack: 'Edit message', discard: 'Discard', knowingly: 'Send anyway',
  },
  bar: {
    mute: 'Live updates are off on this connection. The page refreshes about once a minute.',
    unkept: 'This browser cannot store your text. Keep this page open until it is sent.', refused: (n: number) => counted(n, '# message was not sent.', '# messages were not sent.'), see: 'Show',
    offline: 'You are offline. You can keep reading and writing.', offlineBare: 'You are offline.', awayBare: 'The server cannot be reached. Retrying…',
    kept: (n: number) => counted(n, '# message is saved and will be sent when you are back online.', '# messages are saved and will be sent when you are back online.'),
    away: 'The server cannot be reached. You can keep reading and writing. Retrying…', now: 'Retry now',
    retrying: 'Connection lost. Reconnecting…', waiting: 'The server is busy. Retrying…',
  },
  problem: {
    notConfirmed: 'The passkey was not used: its dialog was closed, or this device has no passkey for this site. Nothing was changed. Try again or use a code.',
    moreReaders: (audience: string) => `More people can read this now (${audience}) than when you started. Nothing has been saved.`, moreReadersTitle: 'More people can read this now', moreReadersYes: 'Save for them too',
    quotes: (n: number) => (n === 0 ? 'Your quote comes from a message for fewer people. All of these people would see it.' : counted(n, 'Your quote comes from a message that one of these people cannot read. They would see the quote.', 'Your quote comes from a message that # of these people cannot read. They would see the quote.')), quotesTitle: 'Some readers cannot see the message you quote', quotesYes: 'Save anyway',
    noLine: 'Offline', unread: 'Part of this page is not stored on this device. It will load when the server can be reached.', noLineHelp: 'This page is not stored on this device. It will open when you are back online, and unsent messages will be sent.',
    title: 'Something went wrong', notLoaded: 'This page is not in this browser yet. It will open when the server can be reached.', unreachable: 'The server could not be reached, or its reply was lost. Your text is still here. Try again: nothing is done twice.', tooLarge: 'This is too large to send. Make it shorter, or send it in parts.',
    unexpected: 'Something went wrong. Your text is still here. Try again.',
    lost: 'Page not found', lostHelp: 'It may have moved, or you may not have access.',
    closed: 'No access to this workspace', closedHelp: 'The workspace does not exist, or your membership has ended. Ask a convenor.',
    passkey: 'Passkey required', passkeyHelp: 'This workspace requires a passkey. Add one in your account, choose “Require a passkey” there, then come back.', toAccount: 'Go to my account',
  },
  when: {
    on: (date: string) => `on ${date}`, today: 'Today', yesterday: 'Yesterday',
    due: (date: string) => `Due ${date}`, overdue: (date: string) => `Overdue since ${date}`, yourTime: 'your time',
  },
  text: { earlier: 'Earlier comments', tooLong: (field: string, n: string, most: string) => `${field}: the text would be ${n} characters long. The limit is ${most}. Nothing was inserted. Shorten it first, or attach it as a file.`, quoted: 'Quoted text', signature: 'Signature', opened: 'This email opened the issue. Its text is shown above.', byMail: 'Sent by email', formatted: 'Formatted version', original: 'Original email', copies: 'Email copies', letIn: 'approved by {actor}', broughtIn: 'imported by {actor}', damaged: 'This email arrived damaged. You see the part that could be read.',
    attachment: (name: string, size: string) => `${name} · ${size}`, reply: 'Reply', answering: (name: string) => `to ${name}`, answersGhost: 'to a message you cannot see here', permalink: 'Link to this message', bytes },
  fresh: { line: (n: number) => counted(n, '# new', '# new'), show: (n: number) => counted(n, 'Show # new', 'Show # new'), announced: (n: number, what: string) => `${counted(n, '# new', '# new')}: ${what}` },
  signIn: {
    ended: 'Your session has ended. Sign in again to continue where you were.', kept: 'Messages that were not sent are kept in this browser.',
    passkey: 'Sign in with a passkey', orCode: 'or get a code by email',
    title: 'Sign in', lead: 'We email you a six-digit code. You do not need a password.', address: 'Your email address',
    send: 'Send code', codeTitle: 'Enter your code', sent: (address: string) => `If ${address} belongs to a member, a code is on its way. It works for ten minutes, in this browser.`,
    code: 'Six-digit code', enter: 'Sign in', other: 'Use another address', sentAgain: 'Another code is on its way. Only the newest one works.', again: 'Send another code', filled: 'The code from your email is filled in. Press the button to sign in.',
  },
  seats: { which: 'Which organisation?', whichHelp: 'You belong to this workspace for several organisations. What you read and write depends on the one you choose.', acting: 'Acting for', actFor: (organisation: string) => `Act for ${organisation}` },
  home: {
    title: 'My workspaces', none: 'You are not a member yet', noneHelp: 'You join a coalition by invitation. Ask a convenor to invite the address you signed in with.', open: 'Open a workspace',
    as: (role: string, organisation: string) => `${role}, ${organisation}`,
  },
  activity: {
    title: 'Activity', since: 'Already seen', filterAll: 'All', filterMine: 'Mine', byOrganisation: 'By organisation', everyOrganisation: 'All organisations', waiting: 'Waiting for me',
    nothingWaits: 'Nothing is waiting for you.', waitingTasks: 'Your tasks and deadlines', waitingDrafts: (n: number) => counted(n, '# draft update needs you', '# draft updates need you'), waitingAsked: 'Questions to your organisation', askedOn: (who: string, day: string) => `${who} asked on ${day}`, waitingIssues: 'Issues assigned to you', waitingPolls: 'Polls to answer', waitingActions: 'Is your organisation taking part?', waitingHolds: (n: number) => counted(n, '# pending message', '# pending messages'), waitingLocked: (n: number) => counted(n, '# account recovery to confirm', '# account recoveries to confirm'), waitingProposed: (n: number) => counted(n, '# new organisation to confirm', '# new organisations to confirm'),
    empty: 'No activity yet', emptyHelp: 'Everything the coalition does appears here for people who can see it. Start with a message to a list.',
    emptyAct: 'Open the lists', kinds: { issue: 'Issues', people: 'People' }, filterKind: 'Kind', server: 'Caucus',
    none: 'Nothing matches this filter.', someone: 'someone',
  },
  acts, enums,
  lists: {
    title: 'Lists', addressIs: 'Email to', threads: (n: number) => counted(n, '# thread', '# threads'), entries: (n: number) => counted(n, '# message', '# messages'),
    write: 'Write to the list', subject: 'Subject', text: 'Message', newThread: 'New thread', open: 'Open a list', openTitle: 'Open a list',
    none: 'No lists yet', noneHelp: 'A list is an email address for part of the coalition. Its messages also appear here.', noneReader: 'Only convenors can open lists.',
    empty: 'No messages yet', emptyHelp: 'Messages to this list reach its readers by email and appear here. Write the first one, or email it to', name: 'Name', slug: 'Address before the @', description: 'Purpose', audience: 'Who can read it at most',
    bringIn: 'Import an archive', whoGotIt: 'Delivery status', lastSaid: 'Last message', nothingSaid: 'No messages yet', startedBy: 'Started by', inThread: 'In this thread', thread: 'Thread',
  },
  trackers: {
    noneHelp: 'A tracker lists the issues the coalition follows. Each has a state, people and a due date.', noneReader: 'Only convenors can open trackers.',
    title: 'Trackers', list: 'List', board: 'Board', open: (n: number) => counted(n, '# open', '# open'), newIssue: 'New issue', issueTitle: 'Title', description: 'Description', provision: 'Provision',
    assignees: 'Assigned to', nobody: 'Unassigned', due: 'Due date', noDue: 'No due date', setDue: 'Set due date', state: 'State', openTracker: 'Open a tracker', key: 'Key',
    none: 'No trackers yet',
    empty: 'No issues yet', emptyHelp: 'Open an issue for anything that needs follow-up, or email it to', noneMatch: 'No issue matches this filter.', showClosed: 'Show closed', mine: 'Mine', label: 'Issue', titleColumn: 'Title', entries: (n: number) => counted(n, '# comment', '# comments'),
    moveTo: 'Move to', move: (label: string) => `Move ${label}`, moved: (label: string, state: string) => `${label} is now ${state}`, close: 'Close issue', reopen: 'Reopen', closed: (label: string) => `${label} is closed.`, openedBy: 'Opened by', changed: 'changed',
    comments: 'Comments', noDescription: 'No description yet.', column: (state: string, n: number) => `${state}, ${n}`, columnEmpty: 'Nothing here',
    dragHelp: 'Drag to another column, use the menu of the card, or press Shift and an arrow key.', beside: 'Issue details', backToList: 'Back to the list (Esc)', openBeside: (label: string) => `${label} is open next to the list. Press Enter to move there, Escape to close.`,
  },
  updates: {
    title: 'Updates', lead: 'Updates from companies to the coalition.', companies: 'Companies', everyCompany: 'All companies', silent: 'No recent update', never: 'No update yet', lastUpdate: 'Last update', count: (n: number) => counted(n, '# update', '# updates'), write: 'Post an update', writeFor: (company: string) => `Update from ${company}`,
    heading: 'Headline', body: 'Text', kind: 'Kind', stage: 'Stage', attribution: 'Attribution', empty: 'No updates yet', emptyHelp: 'Company liaisons post here what their company does, decides or asks. A company can also email its update to', emptyReader: 'Updates from companies will appear here.',
        attributionHelp: { ON_RECORD: 'May be quoted with the company’s name.', BACKGROUND: 'May be used without naming the company.', OFF_RECORD: 'May not be quoted at all.' },
    mailTo: 'Email an update to', comments: 'Comments', retracted: 'Retracted', corrected: 'Corrected', ask: 'Question to the company',
  },
  look: {
    begin: (company: string) => `View as ${company}`, as: (company: string) => `You are viewing as ${company}.`, what: (company: string) => `You see only what both its liaisons and you can read, not what ${company} keeps to itself. This view is read-only.`,
    leave: 'Back to my view', readOnly: 'You are viewing as a company. This view is read-only. Go back to your own view to write; your text is kept.', waiting: (n: number) => counted(n, '# message waits until you are back in your own view.', '# messages wait until you are back in your own view.'), noted: 'Civil society and the company can see that you used this view.',
  },
};

export type Words = Catalogue<typeof en>;
