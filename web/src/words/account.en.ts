// The words of the account page and of the dialog that asks for a fresh proof. Apart from the rest, since few visits need them.
import { counted } from './counts.en';
import type { Catalogue } from './language';

const DAYS_WORDS: Record<string, string> = { '7': 'A week', '30': 'A month', '90': 'Three months', '365': 'A year' };

export const account = {
  title: 'Your account', back: 'My workspaces',
  other: {
    title: 'Someone else is signed in here now', lead: (name: string) => `${name} is signed in in this browser. The page that was open here belonged to another sign-in, so it was closed.`,
    kept: 'What was written there and not sent is kept sealed in this browser, for its author alone. It is sent when they sign in here again.',
    goOn: (name: string) => `Continue as ${name}`, oneself: 'Sign in as someone else',
  },
  stepUp: {
    title: 'Confirm that it is you', help: 'What you are about to do matters, so Caucus asks once more who you are. It is done as soon as you have confirmed.',
    passkey: 'Use my passkey', orCode: 'Or have a code mailed to your address.', mail: 'Mail me a code', sent: 'A code is on its way to the address that receives your mail. It lasts ten minutes.', code: 'Six-digit code', confirm: 'Confirm', again: 'Send another',
  },
  addresses: {
    title: 'Mail addresses', help: 'Write to lists and sign in from any of these. Your mail goes to one. A letter shows the address it was written from to those who read it; the others are shown to nobody.', only: 'Write to lists and sign in from this address; your mail goes there. Add another if you have one: you can sign in by it should you lose the first.',
    receives: 'Receives', since: 'added {date}', receive: 'Receive here', receiveNamed: (address: string) => `Receive here: ${address}`, moved: (address: string) => `Your mail goes to ${address} from now on. All your addresses are told.`,
    end: 'End', endNamed: (address: string) => `End ${address}`, ended: (address: string) => `${address} writes and signs in no more. All your addresses are told.`,
    add: 'Add an address', addTitle: 'Add an address', addHelp: 'A code goes there, to show that you read its mail. Your other addresses are told once it is added.', address: 'E-mail address', mail: 'Mail a code',
    codeTitle: 'Type the code', codeHelp: (address: string) => `If ${address} can be added, a code is on its way there. It lasts ten minutes. If a letter comes without a code, it says why.`, code: 'Six-digit code', confirm: 'Add the address', added: (address: string) => `${address} is yours here now.`,
    history: (count: number) => counted(count, '# address ended', '# addresses ended'), from: (from: string, until: string) => `from ${from} until ${until}`,
  },
  passkeys: {
    title: 'Passkeys', help: 'A passkey signs you in by the lock of your device: nothing to remember, nothing that can be typed into a false page.', notHere: 'Passkeys need this page under its name, over a secure line. Here it is open under a bare network address; on the server’s own machine open it as “localhost”.',
    notThisBrowser: 'Passkeys need a browser that supports them, and this one does not. Sign in with a mailed code, or open this page in another browser.',
    none: 'You have no passkey yet. Until then you sign in with a code that is mailed to you.', add: 'Add a passkey', addTitle: 'Add a passkey', addHelp: 'Your browser asks where to keep it: on this device, on a phone, or on a security key.', name: 'Its name, for you to tell it from others', thisDevice: 'This device', doIt: 'Make it', added: 'The passkey is ready.',
    created: 'created {date}', used: 'last used {date}', neverUsed: 'never used', rename: 'Rename', renameNamed: (name: string) => `Rename ${name}`, renameTitle: 'Rename the passkey', renameDo: 'Rename it', renamed: 'The passkey has its new name.', remove: 'Remove', removeNamed: (name: string) => `Remove ${name}`, removed: 'The passkey opens nothing any more.', removeTitle: (name: string) => `Remove ${name}?`, removeHelp: 'It opens nothing here any more. On the device itself it stays until you delete it there.', lapsed: 'It opens nothing any more: it is from before you were let in without a passkey. Sign in with it once in the browser in which you were let in, and it stays.', stopped: 'Stopped: it may have been copied. Remove it and make another.',
    isNot: 'A mailed code is enough to sign in as well. If you let only a passkey in, your other sessions, your tokens, feeds, calendars and webhooks end: they may be somebody else’s.', isRequired: 'Only a passkey signs you in. If you lose all of them, a convenor of one of your workspaces must confirm that it is you.', require: 'Let only a passkey in', allowCode: 'Let a code be enough', ruleOn: 'From now on only a passkey signs you in. All other sessions, your tokens, feeds, calendars and webhooks are over.', ruleOff: 'A mailed code is enough again.',
  },
  signInRule: {
    title: 'How members come in', isOff: 'Members come in by a passkey or by a code that is mailed to them.', isOn: 'Only those come in whose account nothing but a passkey opens.',
    ready: (n: number, of: number) => counted(n, `# of ${of} people here lets only a passkey in.`, `# of ${of} people here let only a passkey in.`), others: 'The others stay outside until they do so on their account page; what they write and get by mail goes on.',
    require: 'Ask for a passkey', allow: 'Let all members in again', on: 'From now on only a passkey opens this workspace.', off: 'A mailed code is enough again.',
    still: 'This is about these pages and about programs: tokens that members made before end when they let only a passkey in, and they are told. Mail, feeds and calendars arrive as before: choose above what they carry. A member who loses all passkeys needs the word of another convenor: have two of each.',
  },
  sessions: {
    title: 'Where you are signed in', help: 'If you do not know one of these, end it: it reads nothing from that moment on. Devices are named as they call themselves.',
    device: (browser?: string, system?: string) => (browser && system ? `${browser} on ${system}` : (browser ?? system ?? 'A device that does not say what it is')),
    current: 'This one', began: 'signed in {date}', used: 'last used {date}', end: 'End', endNamed: (device: string) => `End ${device}`, ended: 'That session is over.', endOthers: 'End all others', othersEnded: 'All other sessions are over.', only: 'You are signed in here and nowhere else.',
  },
  made: {
    title: 'Programs, feeds and calendars', help: 'Tokens, feeds with their calendars, and webhooks go on after you sign out. Each was told to your addresses when it was made.', kinds: { TOKEN: 'Token', FEED: 'Feed and calendar', WEBHOOK: 'Webhook' } as Record<string, string>,
    by: 'created {date}', current: 'By this sign-in', over: 'sign-in has ended', unknown: 'Sign-in not recorded', end: 'End those of other sign-ins', endTitle: 'End all that other sign-ins made?', ask: 'All other sessions end first. Then every token, feed, calendar and webhook ends that this sign-in did not make.', ended: (n: number) => counted(n, '# was ended.', '# were ended.'),
  },
  recoveries: {
    title: 'Locked out', help: 'These people need a passkey to sign in and say that they have lost all of theirs. The person who asks can read their mail, and may be someone else: speak to them first, best by telephone, and have them read you the number that their browser shows.',
    number: 'The number that their browser shows', asked: 'asked {date}', until: 'expires {date}', confirm: 'It is them', confirmed: 'Confirmed', done: 'Confirmed. A new code lets them in now, in that browser, and all their addresses are told.',
  },
  tokens: {
    title: 'Tokens for programs', help: 'A token lets a program read or post for you. It can never invite, change roles or touch this account.', none: 'No program acts for you.',
    make: 'Make a token', makeTitle: 'Make a token', makeHelp: 'Give it no more than the program needs.', name: 'What is it for?', access: 'What may it do?', accesses: { read: 'Read', post: 'Read and post' } as Record<string, string>,
    workspace: 'Where?', everywhere: 'In all my workspaces', days: 'How long?', lasts: DAYS_WORDS, doIt: 'Make it',
    shown: 'Your new token', shownHelp: 'Copy it now: it is shown this once and cannot be shown again.', copy: 'Copy', copied: 'Copied.', done: 'I have it',
    revoke: 'Revoke', revokeNamed: (name: string) => `Revoke ${name}`, revoked: 'The token is worth nothing from now on.', until: (date: string) => `valid until ${date}`, neverUsed: 'never used', used: 'last used {date}',
  },
};

export type AccountWords = Catalogue<typeof account>;
