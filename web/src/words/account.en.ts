// The words of the account page and of the dialog that asks for a fresh proof. Apart from the rest, since few visits need them.
import { counted } from './counts.en';
import type { Catalogue } from './language';

const DAYS_WORDS: Record<string, string> = { '7': 'A week', '30': 'A month', '90': 'Three months', '365': 'A year' };

export const account = {
  title: 'Your account', back: 'My workspaces',
  other: {
    title: 'Someone else is signed in here now', lead: (name: string) => `${name} is signed in in this browser. The page that was open belonged to another sign-in, so it was closed.`,
    kept: 'Unsent messages stay sealed in this browser for their author only. They are sent when the author signs in here again.',
    goOn: (name: string) => `Continue as ${name}`, oneself: 'Sign in as someone else',
  },
  stepUp: {
    title: 'Confirm your identity', help: 'This is a sensitive change. Please confirm your identity.',
    passkey: 'Use my passkey', orCode: 'Or get a code by email.', mail: 'Email me a code', sent: 'A code is on its way to the address that receives your email. It works for ten minutes.', code: 'Six-digit code', confirm: 'Confirm', again: 'Send another code',
  },
  addresses: {
    title: 'Email addresses', help: 'You can post to lists and sign in from any of these. Your email goes to one of them. Readers see the address a message was written from; the others are shown to no one.', only: 'You post to lists and sign in with this address, and your email goes there. Add another one, so that you can sign in if you lose the first.',
    receives: 'Receives email', since: 'added {date}', receive: 'Receive here', receiveNamed: (address: string) => `Receive here: ${address}`, moved: (address: string) => `Your email now goes to ${address}. All your addresses are told.`,
    end: 'Remove', endNamed: (address: string) => `Remove ${address}`, ended: (address: string) => `${address} was removed. You can no longer write or sign in with it. All your addresses are told.`,
    add: 'Add an address', addTitle: 'Add an address', addHelp: 'A code is sent there to check that you can read its email. Your other addresses are told once it is added.', address: 'Email address', mail: 'Send code',
    codeTitle: 'Enter the code', codeHelp: (address: string) => `If ${address} can be added, a code is on its way there. It works for ten minutes. An email without a code tells you the reason.`, code: 'Six-digit code', confirm: 'Add the address', added: (address: string) => `${address} was added.`,
    history: (count: number) => counted(count, '# removed address', '# removed addresses'), from: (from: string, until: string) => `from ${from} until ${until}`,
  },
  passkeys: {
    title: 'Passkeys', help: 'A passkey signs you in with the lock of your device. There is nothing to remember, and nothing you could type into a fake page.', notHere: 'Passkeys need this page under its name and over a secure connection. This page is open under a bare network address. On the server’s own machine, open it as “localhost”.',
    notThisBrowser: 'This browser does not support passkeys. Sign in with a code by email, or open this page in another browser.',
    none: 'You have no passkey yet. You sign in with a code by email.', add: 'Add a passkey', addTitle: 'Add a passkey', addHelp: 'Your browser asks where to store it: on this device, on a phone, or on a security key.', name: 'Passkey name', thisDevice: 'This device', doIt: 'Create passkey', added: 'Passkey added.',
    created: 'created {date}', used: 'last used {date}', neverUsed: 'never used', rename: 'Rename', renameNamed: (name: string) => `Rename ${name}`, renameTitle: 'Rename passkey', renameDo: 'Rename', renamed: 'Passkey renamed.', remove: 'Remove', removeNamed: (name: string) => `Remove ${name}`, removed: 'Passkey removed.', removeTitle: (name: string) => `Remove ${name}?`, removeHelp: 'You can no longer sign in with it here. It stays on the device until you delete it there.', lapsed: 'No longer valid: it is older than your account recovery. To keep it, sign in with it once in the browser you used for the recovery.', stopped: 'Blocked: it may have been copied. Remove it and create another.',
    isNot: 'You can also sign in with a code by email. If you require a passkey, your other sessions, access tokens, feeds, calendars and webhooks end: they may belong to someone else.', isRequired: 'You sign in only with a passkey. If you lose all of them, a convenor of one of your workspaces must confirm your identity.', require: 'Require a passkey', allowCode: 'Allow email codes', ruleOn: 'Passkey required. All your other sessions, access tokens, feeds, calendars and webhooks have ended.', ruleOff: 'Email codes allowed.',
  },
  signInRule: {
    title: 'Sign-in rule', isOff: 'Members sign in with a passkey or a code by email.', isOn: 'Only members whose account requires a passkey can open this workspace.',
    ready: (n: number, of: number) => counted(n, `# of ${of} members requires a passkey.`, `# of ${of} members require a passkey.`), others: 'The others have no access by web until they require one on their account page. Email to and from them continues.',
    require: 'Require a passkey', allow: 'Allow email codes', on: 'Passkey required.', off: 'Email codes allowed.',
    still: 'This applies to these pages and to programs. Access tokens that a member made earlier end when the member requires a passkey, and the member is told. Email, feeds and calendars arrive as before: choose their content above. Someone who loses all passkeys needs another convenor to confirm. Have two passkeys each, and two convenors.',
  },
  sessions: {
    title: 'Your sessions', help: 'End any session you do not know: it can read nothing more from then on. Devices appear under the name they report.',
    device: (browser?: string, system?: string) => (browser && system ? `${browser} on ${system}` : (browser ?? system ?? 'Unknown device')),
    current: 'This session', began: 'signed in {date}', used: 'last used {date}', end: 'End', endNamed: (device: string) => `End ${device}`, ended: 'Session ended.', endOthers: 'End all others', othersEnded: 'All other sessions ended.', only: 'You have no other session.',
  },
  made: {
    title: 'Programs, feeds and calendars', help: 'Access tokens, feeds with their calendars, and webhooks continue after you sign out. Your addresses were told when each was created.', kinds: { TOKEN: 'Access token', FEED: 'Feed and calendar', WEBHOOK: 'Webhook', PUSH: 'Notifications on a device' } as Record<string, string>,
    by: 'created {date}', current: 'By this sign-in', over: 'sign-in has ended', unknown: 'Sign-in not recorded', end: 'End those of other sign-ins', endTitle: 'End everything other sign-ins created?', ask: 'First, all other sessions end. Then all access tokens, feeds, calendars and webhooks end that this sign-in did not create.', ended: (n: number) => counted(n, '# item ended.', '# items ended.'),
  },
  recoveries: {
    title: 'Account recovery', help: 'These members need a passkey to sign in and say that they lost all of theirs. The person asking can read their email but may be an impostor. Call them and ask for the number in their browser.',
    number: 'Number in their browser', asked: 'asked {date}', until: 'expires {date}', confirm: 'Confirm recovery', confirmed: 'Confirmed', done: 'Confirmed. They can now sign in with a new code, in that browser. All their addresses are told.',
  },
  tokens: {
    title: 'Access tokens', help: 'With an access token a program can read or post for you. It can never invite, change roles or touch this account.', none: 'No access tokens.',
    make: 'Create token', makeTitle: 'Create an access token', makeHelp: 'Give it only the access the program needs.', name: 'Purpose', access: 'Access', accesses: { read: 'Read', post: 'Read and post' } as Record<string, string>,
    workspace: 'Workspace', everywhere: 'All my workspaces', days: 'Duration', lasts: DAYS_WORDS, doIt: 'Create token',
    shown: 'New access token', shownHelp: 'Copy the token now. It will not be shown again.', copy: 'Copy', copied: 'Copied.', done: 'Done',
    revoke: 'Revoke', revokeNamed: (name: string) => `Revoke ${name}`, revoked: 'Token revoked.', until: (date: string) => `valid until ${date}`, neverUsed: 'never used', used: 'last used {date}',
  },
};

export type AccountWords = Catalogue<typeof account>;
