// The words for what became of the letters of invitations.
import { counted } from './counts.en';
import type { Catalogue } from './language';

const DO: Record<string, string> = {
  DEAD_ADDRESS: 'This mailbox does not exist. Correct the address and resend.',
  DISABLED: 'Their mailbox is disabled. Ask them to enable it, or use another address. Then resend.',
  FULL: 'Their mailbox is full. Ask them to make room, or use another address. Then resend.',
  SPAM: 'Ask them to accept email from this server, or use another address.',
  POLICY: 'Ask them to accept email from this server, or use another address.',
};
export const invitations = {
  sent: 'accepted by their mail server', waiting: 'being sent', retrying: 'retrying',
  refused: (why: string, said: string) => `Their mail server rejected it: ${why}${said ? ` (${said})` : ''}.`,
  returned: (why: string, said: string) => `It bounced: ${why}${said ? ` (${said})` : ''}.`,
  givenUp: 'Their mail server did not accept it for five days.',
  toDo: (reason: string) => DO[reason] ?? 'Check the address, or use another one, and resend.',
  anew: 'Correct and resend', anewTitle: 'Resend invitation', anewHelp: 'The link in the undelivered email stops working. The new email has its own link.',
  anewTo: (address: string) => `Correct and resend: ${address}`,
  show: 'Show', filters: { ALL: 'All open', UNOPENED: 'Not opened', OPENED: 'Opened, not accepted', BOUNCED: 'Not delivered', LINK: 'Shared as a link', PAST: 'Accepted or expired' },
  none: 'No invitations of this kind.', empty: 'No open invitations. Invite one person, or many from a table.',
  sentOn: (when: string) => `sent ${when}`, linkOn: (when: string) => `link created ${when}`, opened: (when: string) => `opened ${when}`, unopened: 'not opened yet', accepted: (when: string) => `accepted ${when}`, expired: (when: string) => `expired ${when}`,
  reminders: (n: number, when: string) => `${counted(n, '# reminder', '# reminders')} (${when})`, next: (when: string) => `next reminder ${when}`, noReminders: 'no automatic reminders',
  remind: 'Remind', remindTo: (address: string) => `Remind ${address}`, reminded: (address: string) => `Reminder sent to ${address}.`, tooSoon: 'The last email is less than a day old.',
  more: (address: string) => `More for ${address}`, renew: 'Send a new link', renewed: (address: string) => `A new link was sent to ${address}. The old one no longer works.`,
  link: 'Create a link to share', linkTitle: 'Invitation link', linkHelp: 'It works only with the invited address: the person signs in there first. Earlier links of this invitation no longer work. The link is not shown again.', copy: 'Copy link', copied: 'Link copied.',
  off: 'Stop reminders', on: 'Send reminders', stopped: 'Reminders stopped.', started: 'Reminders will be sent.',
  select: (address: string) => `Select ${address}`, all: 'Select all', selected: (n: number) => counted(n, '# selected', '# selected'), remindAll: 'Remind selected', revokeAll: 'Cancel selected', clear: 'Clear selection',
  sureTitle: (n: number) => counted(n, 'Cancel # invitation?', 'Cancel # invitations?'), sure: 'Their links stop working. You can invite the same people again.',
  remindedAll: (done: number, left: number) => `${counted(done, '# reminder sent', '# reminders sent')}${left > 0 ? `, ${counted(left, '# not sent: reminded less than a day ago or at the limit', '# not sent: reminded less than a day ago or at the limit')}` : ''}.`, revokedAll: (n: number) => counted(n, '# invitation cancelled.', '# invitations cancelled.'),
  way: 'How it is sent', ways: { EMAIL: 'By email', LINK: 'By a link I share' }, wayHelp: 'The person signs in with the invited address before joining.',
  auto: 'Send reminders', autoHelp: 'After 3 days and 2 days before the invitation ends, until it is accepted.', make: 'Create link',
  passedOn: 'Someone shared this link with you. Sign in with the invited address to continue; Caucus emails you a code.', signIn: 'Sign in with this address', seen: 'The convenors can see when this page was first opened.',
};

export type InvitationsWords = Catalogue<typeof invitations>;
