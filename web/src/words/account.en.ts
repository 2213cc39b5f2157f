// The words of the account page and of the dialog that asks for a fresh proof. Apart from the rest, since few visits need them.
const DAYS_WORDS: Record<string, string> = { '7': 'A week', '30': 'A month', '90': 'Three months', '365': 'A year' };

export const account = {
  title: 'Your account', back: 'My workspaces',
  stepUp: {
    title: 'Confirm that it is you', help: 'What you are about to do matters, so Caucus asks once more who you are. It is done as soon as you have confirmed.',
    passkey: 'Use my passkey', orCode: 'Or have a code mailed to your address.', mail: 'Mail me a code', sent: 'A code is on its way to your first address. It lasts ten minutes.', code: 'Six-digit code', confirm: 'Confirm', again: 'Send another',
  },
  sessions: {
    title: 'Where you are signed in', help: 'If you do not know one of these, end it: it reads nothing from that moment on. Devices are named as they call themselves.',
    device: (browser?: string, system?: string) => (browser && system ? `${browser} on ${system}` : (browser ?? system ?? 'A device that does not say what it is')),
    current: 'This one', began: 'signed in', used: 'used', end: 'End', endNamed: (device: string) => `End ${device}`, ended: 'That session is over.', endOthers: 'End all others', othersEnded: 'All other sessions are over.', only: 'You are signed in here and nowhere else.',
  },
  tokens: {
    title: 'Tokens for programs', help: 'A token lets a program read or post for you. It can never invite, change roles or touch this account.', none: 'No program acts for you.',
    make: 'Make a token', makeTitle: 'Make a token', makeHelp: 'Give it no more than the program needs.', name: 'What is it for?', access: 'What may it do?', accesses: { read: 'Read', post: 'Read and post' } as Record<string, string>,
    workspace: 'Where?', everywhere: 'In all my workspaces', days: 'How long?', lasts: DAYS_WORDS, doIt: 'Make it',
    shown: 'Your new token', shownHelp: 'Copy it now: it is shown this once and cannot be shown again.', copy: 'Copy', copied: 'Copied.', done: 'I have it',
    revoke: 'Revoke', revokeNamed: (name: string) => `Revoke ${name}`, revoked: 'The token is worth nothing from now on.', until: 'until', neverUsed: 'never used', used: 'used',
  },
};
