// Every visible string, in one place. Plain sentences; functions where a number or a name goes in.
const people = (n: number): string => (n === 1 ? '1 person' : `${n} people`);
const organisations = (n: number): string => (n === 1 ? '1 organisation' : `${n} organisations`);
const and = (names: string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

export const en = {
  product: 'Caucus',
  common: {
    save: 'Save', cancel: 'Cancel', close: 'Close', edit: 'Edit', undo: 'Undo', retry: 'Try again', loading: 'Loading…',
    saving: 'Saving…', more: 'Show more', optional: 'optional', you: 'you', back: 'Back', none: 'None', menu: 'More',
    unknownPerson: 'Someone', skip: 'Skip to the content',
    formerly: 'former', organisation: 'Organisation', name: 'Name', address: 'E-mail address', state: 'State', all: 'All',
  },
  title: (page: string, place: string) => (place ? `${page} · ${place}` : page),
  nav: {
    main: 'Workspace', activity: 'Activity', lists: 'Lists', trackers: 'Trackers', updates: 'Updates', actions: 'Actions',
    people: 'Organisations', holds: 'Held letters', account: 'Account', workspaces: 'My workspaces', signOut: 'Sign out', unsent: (n: number) => (n === 1 ? '1 post is not sent yet' : `${n} posts are not sent yet`), unsentHelp: 'Signing out removes everything you typed from this browser. Wait until the line is back, or copy what you need.', signOutAnyway: 'Sign out and remove them', stay: 'Stay signed in',
    shortcuts: 'Keyboard shortcuts', theme: 'Appearance', themes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
    newHere: (n: number) => `${n} new`,
  },
  audience: {
    everyone: 'Everyone', civilSociety: 'Civil society', withCompany: (c: string) => `With ${c}`,
    companyOnly: (c: string) => `${c} only`, named: 'Named', who: 'Who reads this', change: 'Who will read this',
    chip: (word: string, n: number) => `${word}, read by ${people(n)}`,
    readers: (n: number) => (n === 1 ? 'reader' : 'readers'),
    count: (n: number, orgs: number) => `${people(n)} in ${organisations(orgs)}`,
    noCompany: 'No company reads this.', companiesRead: (names: string[]) => `${and(names)} will read this.`,
    pickNamed: 'Name people…', pickNamedTitle: 'Name who will read this',
    pickNamedHelp: 'Only people who can already read this place can be named. You are always among them.',
    useNamed: (n: number) => `Only these ${people(n)}`,
    onlyNarrower: 'It can only be narrowed here.', gone: 'The audience you chose is no longer offered here. Choose again before you send.',
    company: 'Company',
  },
  send: {
    to: (n: number, orgs: number) => `Send to ${people(n)} in ${organisations(orgs)}`,
    including: (send: string, companies: string[]) => `${send}, with ${and(companies)}`,
    counting: 'Counting readers…', write: 'Write…', reply: 'Write a reply', comment: 'Write a comment',
    answering: (name: string) => `Answering ${name}`, keepsAudience: 'A reply keeps the audience of what it answers.',
    stopAnswering: 'Answer the whole thread instead', reads: 'Your seat reads here; it does not post.',
    keys: 'Ctrl + Enter sends',
  },
  outbox: {
    waiting: 'Kept in this browser. It is sent when the line is back.', sending: 'Sending…', saving: 'Saving…',
    refused: 'Not sent.', putBack: 'Put it back to edit', discard: 'Discard',
  },
  bar: {
    offline: 'You are offline. You can go on reading and writing.',
    kept: (n: number) => (n === 1 ? '1 post is kept and sent when you are back.' : `${n} posts are kept and sent when you are back.`),
    away: 'The server cannot be reached. You can go on reading and writing; it is tried again by itself.', now: 'Try now',
    retrying: 'The line was cut. Reconnecting by itself…', waiting: 'The server asks for a moment. Trying again by itself…',
  },
  problem: {
    title: 'That did not work', unreachable: 'The server could not be reached. Nothing was changed; what you typed is still here.',
    unexpected: 'Something here went wrong. What you typed is still here; try again.',
    lost: 'There is nothing at this address', lostHelp: 'It may have moved, or it is not for your seat to read.',
    closed: 'This workspace is not open to you', closedHelp: 'There is no such workspace, or your seat in it has ended. A convenor can tell.',
  },
  when: {
    days: (n: number) => (n === 0 ? 'today' : n === 1 ? 'yesterday' : `${n} days ago`), today: 'Today', yesterday: 'Yesterday',
    due: (date: string) => `Due ${date}`, overdue: (date: string) => `Overdue since ${date}`, yourTime: 'your time',
  },
  text: { quoted: 'Quoted text', signature: 'Signature', byMail: 'Came by mail', original: 'Original letter', letIn: 'let in by', damaged: 'This letter came damaged. It is shown as far as it can be read.',
    attachment: (name: string, size: string) => `${name} · ${size}`, reply: 'Reply', bytes: (n: number) => (n < 1024 ? `${n} B` : n < 1048576 ? `${Math.round(n / 1024)} KB` : `${(n / 1048576).toFixed(1)} MB`) },
  fresh: { line: (n: number) => `${n} new`, show: (n: number) => `Show ${n} new`, announced: (n: number, what: string) => `${n} new: ${what}` },
  roles: { CONVENOR: 'Convenor', MEMBER: 'Member', LIAISON: 'Liaison', OBSERVER: 'Observer' },
  sides: { CIVIL_SOCIETY: 'Civil society', COMPANY: 'Company' },
  signIn: {
    title: 'Sign in', lead: 'We send a six-digit code to your address. There is no password.', address: 'Your e-mail address',
    send: 'Send me a code', codeTitle: 'Enter the code', sent: (address: string) => `If ${address} has a seat, a code is on its way. It works for ten minutes, in this browser.`,
    code: 'Six-digit code', enter: 'Sign in', other: 'Use another address', again: 'Send another code', filled: 'The code from your mail is filled in. Press the button to sign in.',
  },
  home: {
    title: 'My workspaces', none: 'You have no seat yet', noneHelp: 'A coalition is joined by invitation. Ask a convenor to invite the address you signed in with.', open: 'Open a workspace',
    as: (role: string, organisation: string) => `${role}, ${organisation}`,
  },
  join: {
    title: (workspace: string) => `Join ${workspace}`, lead: (by: string, organisation: string) => `${by} invites you to a seat for ${organisation}.`,
    asWhat: 'Your seat', name: 'Your name, as the coalition sees it', accept: 'Take the seat', expires: 'The invitation is good until',
    closed: 'This is a closed workspace. Everything in it says who reads it.', gone: 'This invitation is not open', goneHelp: 'It was used, taken back, or has run out. Ask whoever invited you for another.',
  },
  open: {
    title: 'Open a workspace', lead: 'One workspace is one coalition. You become its first convenor.', name: 'Name of the workspace', slug: 'Short name in addresses',
    slugHelp: 'Small letters, digits and hyphens', organisation: 'Your organisation', convenor: 'Your name, as the coalition sees it', submit: 'Open it',
  },
  activity: {
    title: 'Activity', since: 'Seen before', filterAll: 'All', filterMine: 'Mine', byOrganisation: 'By organisation', waiting: 'Waiting for me',
    nothingWaits: 'Nothing waits for you.', waitingIssues: 'Issues assigned to you', waitingActions: 'Is your organisation taking part?', waitingHolds: (n: number) => (n === 1 ? '1 letter is held' : `${n} letters are held`),
    empty: 'Nothing has happened here yet', emptyHelp: 'Everything the coalition does shows up here, live, for those who may see it. Start with a first message to a list.',
    emptyAct: 'Open the lists', kinds: { thread: 'Lists', issue: 'Issues', update: 'Updates', action: 'Actions', people: 'People' }, filterKind: 'Kind', server: 'Caucus',
    none: 'Nothing matches this choice.', someone: 'someone',
  },
  verbs: {
    'thread.started': 'started', 'thread.answered': 'answered in', 'entry.posted': 'wrote in', 'entry.thread': 'answered in', 'entry.issue': 'commented on', 'entry.update': 'commented on', 'entry.action': 'commented on',
    'issue.opened': 'opened', 'issue.edited': 'changed', 'issue.assigned': 'assigned', 'issue.closed': 'closed', 'issue.reopened': 'reopened', 'issue.moved': 'moved',
    'update.posted': 'posted the update', 'action.planned': 'planned', 'action.edited': 'changed', 'action.committed': 'replied about joining', 'action.done': 'finished',
    'list.opened': 'opened the list', 'tracker.opened': 'opened the tracker', 'organisation.added': 'added', 'seat.joined': 'joined', 'seat.taken': 'took a seat for', 'seat.ended': 'ended the seat of',
    'invitation.sent': 'invited', 'invitation.invited': 'invited', 'invitation.revoked': 'took back the invitation of', 'invitation.accepted': 'joined', 'hold.held': 'holds a letter:', 'hold.approved': 'let through', 'hold.refused': 'refused', 'letter.held': 'holds a letter:', 'letter.approved': 'let through', 'letter.refused': 'refused', 'letter.dropped': 'dropped a letter:', 'letter.turned-away': 'turned a letter away:',
    'workspace.opened': 'opened the workspace', 'mail-content.set': 'chose what leaves by mail for', other: 'changed',
  } as Record<string, string>,
  lists: {
    title: 'Lists', addressIs: 'Mail to', threads: (n: number) => (n === 1 ? '1 thread' : `${n} threads`), entries: (n: number) => (n === 1 ? '1 post' : `${n} posts`),
    write: 'Write to the list', subject: 'Subject', text: 'Message', newThread: 'New thread', open: 'Open a list', openTitle: 'Open a list',
    none: 'There is no list yet', noneHelp: 'A list is an e-mail address that reaches a part of the coalition. Everything mailed to it stands here as well.', noneReader: 'A convenor opens the first one.',
    empty: 'Nobody has written here yet', emptyHelp: 'Whatever is sent to this list reaches its readers by mail and stands here. Write the first message, or mail it to', name: 'Name', slug: 'Address before the @', description: 'What it is for', audience: 'Who reads it, at most',
    startedBy: 'Started by', inThread: 'In this thread', thread: 'Thread',
  },
  trackers: {
    title: 'Trackers', list: 'List', board: 'Board', open: (n: number) => `${n} open`, newIssue: 'New issue', issueTitle: 'What is the matter?', description: 'Description', provision: 'Provision',
    provisionHelp: 'The part and words it is about', assignees: 'Assigned to', nobody: 'Nobody yet', due: 'Due', noDue: 'No date', setDue: 'Set a date', state: 'State', openTracker: 'Open a tracker', key: 'Key',
    keyHelp: 'Two to ten capitals or digits; issues are called KEY-1', none: 'There is no tracker yet', noneHelp: 'A tracker keeps the matters the coalition follows: provisions, cases, requests. Each has a state, people and a date.', noneReader: 'A convenor opens the first one.',
    empty: 'No issue yet', emptyHelp: 'Open one for each matter that someone must see through, or mail it to', noneMatch: 'No issue matches this choice.', showClosed: 'Show closed', mine: 'Mine', label: 'Issue', titleColumn: 'Title', entries: (n: number) => (n === 1 ? '1 comment' : `${n} comments`),
    states: { TRIAGE: 'To sort', OPEN: 'Open', IN_PROGRESS: 'In progress', WAITING: 'Waiting', DONE: 'Done', DECLINED: 'Declined' },
    moveTo: 'Move to', move: (label: string) => `Move ${label}`, moved: (label: string, state: string) => `${label} is now: ${state}`, close: 'Close issue', reopen: 'Reopen', closed: (label: string) => `${label} is closed.`, openedBy: 'Opened by', changed: 'changed',
    comments: 'Comments', noDescription: 'No description yet.', column: (state: string, n: number) => `${state}, ${n}`, columnEmpty: 'Nothing here',
    dragHelp: 'Drag to another column, or use the menu of the card.', beside: 'The open issue', backToList: 'Back to the list (Esc)', openBeside: (label: string) => `${label} is open beside the list. Enter leads into it, Escape closes it.`,
  },
  updates: {
    title: 'Updates', lead: 'What the companies tell the coalition.', companies: 'Companies', everyCompany: 'All companies', silent: 'Silent', never: 'No update yet', lastUpdate: 'Last update', count: (n: number) => (n === 1 ? '1 update' : `${n} updates`), write: 'Post an update', writeFor: (company: string) => `Update from ${company}`,
    heading: 'Headline', body: 'What do you tell the coalition?', kind: 'Kind', stage: 'Stage', attribution: 'How may it be quoted?', empty: 'No update yet', emptyHelp: 'Liaisons tell here what their company does, decides or asks. A company can also mail its update to', emptyReader: 'Updates of the companies will stand here.',
    kinds: { ACTION: 'Action', POSITION: 'Position', STATUS: 'Status', REQUEST: 'Request', CORRECTION: 'Correction' }, stages: { NOTED: 'Noted', IN_REVIEW: 'In review', DECIDED: 'Decided', DONE: 'Done' },
    attributions: { ON_RECORD: 'On record', BACKGROUND: 'Background', OFF_RECORD: 'Off record' }, attributionHelp: { ON_RECORD: 'May be quoted with the company’s name.', BACKGROUND: 'May be used, not attributed by name.', OFF_RECORD: 'Not to be quoted at all.' },
    mailTo: 'Mail an update to', by: 'Posted by', comments: 'Comments',
  },
  actions: {
    title: 'Actions', agenda: 'Agenda', byState: 'By state', plan: 'Plan an action', kind: 'Kind', heading: 'What will be done?', description: 'Description', starts: 'Starts', ends: 'Ends', zone: 'Time zone', place: 'Place or link', owner: 'Owner',
    kinds: { REVIEW: 'Review', CALL: 'Call', PRESS_CONFERENCE: 'Press conference', MEETING: 'Meeting', SUBMISSION: 'Submission', STATEMENT: 'Statement', TASK: 'Task', DEADLINE: 'Deadline' }, states: { PLANNED: 'Planned', UNDER_WAY: 'Under way', DONE: 'Done', CALLED_OFF: 'Called off' },
    upcoming: 'Coming up', undated: 'No date yet', past: 'Past and closed', empty: 'No action planned yet', emptyHelp: 'What the coalition does together: reviews, calls, statements, submissions. Plan the first one; others are told by mail and can say whether they take part.', noDate: 'No date yet',
    will: 'We will take part', may: 'We may', willNot: 'We can’t', willShort: 'Take part', mayShort: 'May take part', willNotShort: 'Can’t', answerFor: (name: string) => `For ${name}`, whoTakesPart: 'Who takes part', nobodyYet: 'No organisation has answered yet.', takingPart: (n: number) => (n === 1 ? '1 takes part' : `${n} take part`),
    note: 'A note with your answer', saveNote: 'Save the note', edit: 'Edit the action', outcome: 'Outcome', addOutcome: 'Write down the outcome', noOutcome: 'Nothing written down yet.', setState: 'State', comments: 'Comments', when: 'When', columnEmpty: 'Nothing here',
  },
  people: {
    title: 'People and organisations', companies: 'Companies', civilSociety: 'Civil society', invite: 'Invite', inviteTitle: 'Invite to a seat', inviteHelp: 'They get a mail with a link. Nothing is shown to them before they take the seat.', role: 'Role', sendInvitation: 'Send the invitation', invited: (address: string) => `Invitation sent to ${address}.`,
    openInvitations: 'Open invitations', revoke: 'Take back', revoked: 'The invitation was taken back.', until: 'good until', addOrganisation: 'Add an organisation', side: 'Side', slug: 'Short name', history: 'What it may read of the past', histories: { FROM_JOINING: 'From its joining on', ALL: 'Everything from the start' },
    add: 'Add it', seats: (n: number) => (n === 1 ? '1 seat' : `${n} seats`), noSeats: 'No seat taken yet', since: 'since', endSeat: 'End this seat', endTitle: (name: string) => `End the seat of ${name}?`, endHelp: 'They can read nothing here any more, at once. What they wrote stays with the organisation.', updatesTo: 'Updates by mail to', by: 'invited by',
    left: (n: number) => (n === 1 ? '1 former seat' : `${n} former seats`),
    copyTitle: 'The record, to keep', copy: 'Download my copy of the record', copyHelp: 'One file with everything your seat can read here, signed by the server. Keep older copies: comparing them shows whether anything was removed or altered since.',
  },
  mail: {
    title: 'What leaves by mail', which: 'Mail without content', save: 'Save', saved: 'Saved. It holds for all mail from now on, also for what is on its way.', also: 'Also without content, whatever is chosen above', named: 'Named people', alsoNow: 'Also without:',
    lead: 'Mail goes through the mailboxes of many providers. What is in it can be read there, and stays there. A mail without content says only “Something new in” with the short name of this workspace and a link: no subject, no words, no names of people, lists or organisations.',
    modes: { OFF: 'None: mail carries what people write', SENSITIVE: 'That of smaller circles', ALL: 'All mail' },
    modeHelp: { OFF: 'Best for who reads and answers by mail.', SENSITIVE: 'With one company, of one company alone, and of named people. Mail for everyone and for civil society carries content.', ALL: 'Reading and answering is on these pages only.' },
    now: { OFF: 'Mail carries what people write.', SENSITIVE: 'Mail of smaller circles (with one company, of one company alone, of named people) goes without content.', ALL: 'All mail goes without content.' },
    still: 'What leaves in any case: sign-in codes, invitations with the names of who invites and of this workspace, answers to the sender of a letter that was not posted, and whatever people write from their own mail programs. What was mailed before cannot be called back.',
  },
  holds: {
    title: 'Held letters', lead: 'Letters that came in and wait for your word. They are not posted yet.', from: 'From', to: 'To', why: 'Held because', approve: 'Let it through', refuse: 'Refuse…', refuseTitle: 'Refuse this letter', refuseHelp: 'The sender is told that it was not posted. Your note is added.', note: 'Note to the sender', refuseNow: 'Refuse it', none: 'No letter is held',
    noneHelp: 'A letter from an address without a seat, or one that breaks a rule of the list, waits here until a convenor lets it through or refuses it.', approved: 'It was let through and is on its way to the list.', refused: 'It was refused; the sender is told.', empty: '(no subject)', noneOwn: 'No letter waits for you',
    noneOwnHelp: 'When a letter comes from your address and nothing proves that you wrote it, you are asked here.',
    mine: 'I wrote it, post it', notMine: 'It was not me', notMineDone: 'It is not posted.',
  },
  conflict: {
    title: 'Someone changed this meanwhile', lead: 'Nothing is lost: here is your version and the one that stands now.', yours: 'Your version', theirs: 'Stands now', keepMine: 'Save mine over it', keepTheirs: 'Keep what stands', keptDraft: 'Your version is kept as a draft in this browser.',
  },
  keys: {
    title: 'Keyboard shortcuts', sheet: 'This sheet', down: 'Next in a list', up: 'Previous in a list', open: 'Open it', compose: 'Write something new, or a reply', edit: 'Edit', assign: 'Assign', due: 'Set the due date', closeIt: 'Close or reopen', send: 'Send what you are writing', goto: 'Go to one of the places in the rail',
  },
};
