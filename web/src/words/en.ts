// Every visible string, in one place. Plain sentences; functions where a number or a name goes in.
import { and, bytes, counted, organisations, people } from './counts.en';
import { acts } from './acts.en';
import { enums } from './enums.en';
import type { Catalogue } from './language';


export const en = {
  product: 'Caucus',
  common: {
    addressOf: 'This address is that of',
    save: 'Save', cancel: 'Cancel', close: 'Close', edit: 'Edit', undo: 'Undo', retry: 'Try again', loading: 'Loading…',
    saving: 'Saving…', more: 'Show more', optional: 'optional', you: 'you', none: 'None', menu: 'More',
    unknownPerson: 'Someone', skip: 'Skip to the content',
    ask: 'Ask', formerly: 'former', organisation: 'Organisation', name: 'Name', address: 'E-mail address',
  },
  title: (page: string, place: string) => (place ? `${page} · ${place}` : page),
  nav: {
    main: 'Workspace', activity: 'Activity', lists: 'Lists', trackers: 'Trackers', updates: 'Updates', actions: 'Actions',
    people: 'Organisations', polls: 'Polls', poll: 'poll', openPoll: 'Open a poll', holds: 'Held letters', account: 'Account', myMail: 'My mail', myAccount: 'Your account', workspaces: 'My workspaces', signOut: 'Sign out', unsent: (n: number) => counted(n, '# post is not sent yet', '# posts are not sent yet'), unsentHelp: 'Signing out removes everything you typed from this browser. Wait until the line is back, or copy what you need.', signOutAnyway: 'Sign out and remove them', stay: 'Stay signed in',
    shortcuts: 'Keyboard shortcuts', theme: 'Appearance', language: 'Language', themes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
    search: 'Search', bell: (n: number) => (n === 0 ? 'What concerns you: nothing unread' : counted(n, 'What concerns you: # unread', 'What concerns you: # unread')), newHere: (n: number) => counted(n, '# new', '# new'),
  },
  palette: { planAction: 'Plan an action', inMinutes: 'Minutes',
    title: 'Go to', label: 'Where do you want to go, or what is to be done?', placeholder: 'A list, an issue, a conversation, or what to do…', page: 'Page', nothing: 'Nothing here by that name.', open: 'Go anywhere, or do something, by name',
    lookFor: (words: string) => `Search for “${words}”`,
  },
  audience: {
    who: 'Who reads this', change: 'Who will read this',
    chip: (word: string, n: number) => `${word}, read by ${people(n)}`,
    readers: (n: number) => counted(n, 'reader', 'readers'),
    count: (n: number, orgs: number) => `${people(n)} in ${organisations(orgs)}`,
    noCompany: 'No company reads this.', companiesRead: (names: string[]) => `${and(names)} will read this.`,
    pickNamed: 'Name people…', pickNamedTitle: 'Name who will read this',
    pickNamedHelp: 'Only people who can already read this place can be named. You are always among them.',
    useNamed: (n: number) => counted(n, 'Only this person', 'Only these # people'),
    onlyNarrower: 'It can only be narrowed here.', gone: 'The audience you chose is no longer offered here. Choose again before you send.', othersNow: (before: string) => `You began to write this while it was read by: ${before}. Others read it now. Nothing is saved yet.`, goOn: 'Go on, for these readers',
    company: 'Company',
  },
  willSee: {
    one: (n: number, orgs: number) => `Will be seen by ${people(n)} in ${organisations(orgs)}: {list}`,
    both: (n: number, orgs: number) => `Will be seen by ${people(n)} in ${organisations(orgs)}: {list}; and {item}`, all: 'All who will see it',
  },
  send: {
    to: (n: number, orgs: number) => `Send to ${people(n)} in ${organisations(orgs)}`,
    including: (n: number, orgs: number, companies: string[]) => `Send to ${people(n)} in ${organisations(orgs)}, with ${and(companies)}`,
    short: (n: number) => `Send to\u00a0${n}`, counting: 'Counting readers…', write: 'Write…', reply: 'Write a reply', comment: 'Write a comment',
    answering: (name: string) => `Answering ${name}`, keepsAudience: 'A reply keeps the audience of what it answers.',
    stopAnswering: 'Answer the whole thread instead', reads: 'Your seat reads here; it does not post.',
  },
  outbox: {
    pending: 'A convenor reads it first. It waits under Held letters.',
    waitingHere: 'It waits in this page alone, since this browser cannot keep it. Leave the page open until it is sent.',
    newcomers: (n: number, names: string[]) => `Since it was written, ${counted(n, '# more person', '# more people')} can read it, of ${and(names)}.`, themToo: 'Send it to them, too', sentThere: (n: number, workspace: string) => `${counted(n, '# post that waited was sent', '# posts that waited were sent')} in ${workspace}.`,
    left: 'Not sent', leftHelp: 'These words are yours, and the server did not take them. They stay in this browser until you put them back where you wrote them, or discard them.', leftHere: 'What you wrote here and was not sent:', toPlace: 'To where it was written',
    waiting: 'Kept in this browser. It is sent when the line is back.', sending: 'Sending…', saving: 'Saving…',
    refused: 'Not sent.', putBack: 'Put it back to edit', discard: 'Discard', knowingly: 'Send it all the same',
  },
  bar: {
    mute: 'What others do does not come in by itself on this line. It is fetched about once a minute.',
    unkept: 'This browser cannot keep what you write. Leave this page open until it is sent.', refused: (n: number) => counted(n, '# post was not sent.', '# posts were not sent.'), see: 'Show',
    offline: 'You are offline. You can go on reading and writing.', offlineBare: 'You are offline.', awayBare: 'The server cannot be reached. It is tried again by itself.',
    kept: (n: number) => counted(n, '# post is kept and sent when you are back.', '# posts are kept and sent when you are back.'),
    away: 'The server cannot be reached. You can go on reading and writing; it is tried again by itself.', now: 'Try now',
    retrying: 'The line was cut. Reconnecting by itself…', waiting: 'The server asks for a moment. Trying again by itself…',
  },
  problem: {
    notConfirmed: 'The passkey was not used: its dialog was closed, or this device has none for this site. Nothing was changed. Try again, or use a code.',
    moreReaders: (audience: string) => `It can be read by ${audience} now, which is more people than when you began. Nothing was saved yet.`, moreReadersTitle: 'More people would read this', moreReadersYes: 'Save it for them too',
    quotes: (n: number) => `${n === 0 ? 'You quote something that was written for fewer people.' : counted(n, 'You quote something that one of these people cannot read.', 'You quote something that # of these people cannot read.')} It would reach them all the same.`, quotesTitle: 'You quote something closed to some of them', quotesYes: 'Save it all the same',
    noLine: 'Not connected', unread: 'What is missing here is not kept on this device. It comes by itself as soon as the server can be reached.', noLineHelp: 'Nothing that was said here is kept on this device, so it comes with the line. This page opens by itself then, and what you wrote and could not send is sent.',
    title: 'That did not work', notLoaded: 'This page is not in this browser yet. It opens by itself as soon as the server can be reached.', unreachable: 'The server could not be reached, or its answer was lost on the way. What you typed is still here; try again: nothing is done twice.', tooLarge: 'It is too large for the way to the server. Make it shorter, or send it in parts.',
    unexpected: 'Something here went wrong. What you typed is still here; try again.',
    lost: 'There is nothing at this address', lostHelp: 'It may have moved, or it is not for your seat to read.',
    closed: 'This workspace is not open to you', closedHelp: 'There is no such workspace, or your seat in it has ended. A convenor can tell.',
    passkey: 'A passkey is needed here', passkeyHelp: 'The convenors let only those in whose account nothing but a passkey opens. On your account page add a passkey, then let only a passkey in, and come back.', toAccount: 'To my account',
  },
  when: {
    on: (date: string) => `on ${date}`, today: 'Today', yesterday: 'Yesterday',
    due: (date: string) => `Due ${date}`, overdue: (date: string) => `Overdue since ${date}`, yourTime: 'your time',
  },
  text: { earlier: 'Earlier comments', tooLong: (field: string, n: string, most: string) => `${field}: that would be ${n} characters, and ${most} fit. Nothing was put in: shorten it where you copied it, or attach it as a file.`, quoted: 'Quoted text', signature: 'Signature', opened: 'With this letter it was opened; its text stands above.', byMail: 'Came by mail', formatted: 'As formatted', original: 'Original letter', copies: 'Its copies', letIn: 'approved by {actor}', broughtIn: 'imported by {actor}', damaged: 'This letter came damaged. It is shown as far as it can be read.',
    attachment: (name: string, size: string) => `${name} · ${size}`, reply: 'Reply', answering: (name: string) => `to ${name}`, answersGhost: 'to a letter that is not here', permalink: 'Link to this post', bytes },
  files: {
    attach: 'Attach', choose: 'Choose a file', noneChosen: 'None chosen yet. It can be dropped here, too.', help: 'Choose files, drop them here, or paste a picture', goAlong: 'Files that go along', remove: (name: string) => `Remove ${name}`, removeShort: 'Remove', progress: (name: string) => `How far ${name} is`,
    states: { waiting: 'waits', stalled: 'the line is away; it goes on by itself', here: 'ready' } as Record<string, string>,
    waits: (n: number) => counted(n, '# file is on its way. You can send when it is there.', '# files are on their way. You can send when they are there.'), allHere: (n: number) => counted(n, '# file is ready', '# files are ready'),
    tooMany: (n: number) => counted(n, 'At most one file goes with one post. Send the rest in another one.', 'At most # files go with one post. Send the rest in another one.'), tooLarge: (name: string, most: number) => `${name} is too large: a file has at most ${bytes(most)}.`,
    lost: 'Not all of it was there when this page closed. Add it again, or remove it.',
    tooMuch: (most: number) => `The files of one post have at most ${bytes(most)} together. Send the rest in another one.`, empty: (name: string) => `${name} is empty.`,
  },
  fresh: { line: (n: number) => counted(n, '# new', '# new'), show: (n: number) => counted(n, 'Show # new', 'Show # new'), announced: (n: number, what: string) => `${counted(n, '# new', '# new')}: ${what}` },
  signIn: {
    ended: 'Your session has ended. Sign in again to go on where you were.', kept: 'What was written here and not sent is kept in this browser.',
    passkey: 'Sign in with a passkey', orCode: 'or have a code mailed',
    title: 'Sign in', lead: 'We send a six-digit code to your address. There is no password.', address: 'Your e-mail address',
    send: 'Send me a code', codeTitle: 'Enter the code', sent: (address: string) => `If ${address} has a seat, a code is on its way. It works for ten minutes, in this browser.`,
    code: 'Six-digit code', enter: 'Sign in', other: 'Use another address', sentAgain: 'Another code is on its way. Only the newest works.', again: 'Send another code', filled: 'The code from your mail is filled in. Press the button to sign in.',
  },
  seats: { which: 'For which organisation?', whichHelp: 'You have more than one seat in this workspace. Each reads what its organisation may read, and what you write is said for it.', acting: 'You act for', actFor: (organisation: string) => `Act for ${organisation}` },
  home: {
    title: 'My workspaces', none: 'You have no seat yet', noneHelp: 'A coalition is joined by invitation. Ask a convenor to invite the address you signed in with.', open: 'Open a workspace',
    as: (role: string, organisation: string) => `${role}, ${organisation}`,
  },
  activity: {
    title: 'Activity', since: 'Seen before', filterAll: 'All', filterMine: 'Mine', byOrganisation: 'By organisation', everyOrganisation: 'All organisations', waiting: 'Waiting for me',
    nothingWaits: 'Nothing waits for you.', waitingTasks: 'Your tasks and deadlines', waitingDrafts: (n: number) => counted(n, '# draft of an update needs you', '# drafts of updates need you'), waitingAsked: 'Asked of your organisation', askedOn: (who: string, day: string) => `${who} asked on ${day}`, waitingIssues: 'Issues assigned to you', waitingPolls: 'Polls to answer', waitingActions: 'Is your organisation taking part?', waitingHolds: (n: number) => counted(n, '# letter is held', '# letters are held'), waitingLocked: (n: number) => counted(n, '# person is locked out and waits for your word', '# people are locked out and wait for your word'), waitingProposed: (n: number) => counted(n, '# proposed organisation waits for a second convenor', '# proposed organisations wait for a second convenor'),
    empty: 'Nothing has happened here yet', emptyHelp: 'Everything the coalition does shows up here, live, for those who may see it. Start with a first message to a list.',
    emptyAct: 'Open the lists', kinds: { issue: 'Issues', people: 'People' }, filterKind: 'Kind', server: 'Caucus',
    none: 'Nothing matches this choice.', someone: 'someone',
  },
  acts, enums,
  lists: {
    title: 'Lists', addressIs: 'Mail to', threads: (n: number) => counted(n, '# thread', '# threads'), entries: (n: number) => counted(n, '# post', '# posts'),
    write: 'Write to the list', subject: 'Subject', text: 'Message', newThread: 'New thread', open: 'Open a list', openTitle: 'Open a list',
    none: 'There is no list yet', noneHelp: 'A list is an e-mail address that reaches a part of the coalition. Everything mailed to it stands here as well.', noneReader: 'A convenor opens the first one.',
    empty: 'Nobody has written here yet', emptyHelp: 'Whatever is sent to this list reaches its readers by mail and stands here. Write the first message, or mail it to', name: 'Name', slug: 'Address before the @', description: 'What it is for', audience: 'Who reads it, at most',
    bringIn: 'Bring an archive in', letters: 'How its letters look…', privacy: 'What its letters tell…', whoGotIt: 'Who got it', lastSaid: 'Last said', nothingSaid: 'Nothing said yet', startedBy: 'Started by', inThread: 'In this thread', thread: 'Thread',
  },
  trackers: {
    title: 'Trackers', list: 'List', board: 'Board', open: (n: number) => counted(n, '# open', '# open'), newIssue: 'New issue', issueTitle: 'What is the matter?', description: 'Description', provision: 'Provision',
    assignees: 'Assigned to', nobody: 'Nobody yet', due: 'Due', noDue: 'No date', setDue: 'Set a date', state: 'State', openTracker: 'Open a tracker', key: 'Key',
    keyHelp: 'Two to ten capitals or digits; issues are called KEY-1', none: 'There is no tracker yet', noneHelp: 'A tracker keeps the matters the coalition follows: provisions, cases, requests. Each has a state, people and a date.', noneReader: 'A convenor opens the first one.',
    empty: 'No issue yet', emptyHelp: 'Open one for each matter that someone must see through, or mail it to', noneMatch: 'No issue matches this choice.', showClosed: 'Show closed', mine: 'Mine', label: 'Issue', titleColumn: 'Title', entries: (n: number) => counted(n, '# comment', '# comments'),
    moveTo: 'Move to', move: (label: string) => `Move ${label}`, moved: (label: string, state: string) => `${label} is now: ${state}`, close: 'Close issue', reopen: 'Reopen', closed: (label: string) => `${label} is closed.`, openedBy: 'Opened by', changed: 'changed',
    comments: 'Comments', noDescription: 'No description yet.', column: (state: string, n: number) => `${state}, ${n}`, columnEmpty: 'Nothing here',
    dragHelp: 'Drag to another column, use the menu of the card, or press Shift and an arrow key.', beside: 'The open issue', backToList: 'Back to the list (Esc)', openBeside: (label: string) => `${label} is open beside the list. Enter leads into it, Escape closes it.`,
  },
  updates: {
    title: 'Updates', lead: 'What the companies tell the coalition.', companies: 'Companies', everyCompany: 'All companies', silent: 'Silent', never: 'No update yet', lastUpdate: 'Last update', count: (n: number) => counted(n, '# update', '# updates'), write: 'Post an update', writeFor: (company: string) => `Update from ${company}`,
    heading: 'Headline', body: 'What do you tell the coalition?', kind: 'Kind', stage: 'Stage', attribution: 'How may it be quoted?', empty: 'No update yet', emptyHelp: 'Liaisons tell here what their company does, decides or asks. A company can also mail its update to', emptyReader: 'Updates of the companies will stand here.',
        attributionHelp: { ON_RECORD: 'May be quoted with the company’s name.', BACKGROUND: 'May be used, not attributed by name.', OFF_RECORD: 'Not to be quoted at all.' },
    mailTo: 'Mail an update to', comments: 'Comments', retracted: 'Retracted', corrected: 'Corrected', ask: 'This is a question to the company',
  },
  look: {
    begin: (company: string) => `See it as ${company}`, as: (company: string) => `You see this as ${company} sees it.`, what: (company: string) => `Only what its liaisons and you can both read is shown: not what ${company} keeps to itself. Nothing can be written here.`,
    leave: 'Back to my own view', readOnly: 'You are looking with the eyes of a company, and nothing can be written there. Go back to your own view first; what you typed stays.', waiting: (n: number) => counted(n, '# post of yours waits until you are back in your own view.', '# posts of yours wait until you are back in your own view.'), noted: 'That you looked is noted, for civil society and that company to read.',
  },
};

export type Words = Catalogue<typeof en>;
