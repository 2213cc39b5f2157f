// The words for what became of the letters of invitations.
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
};

export type InvitationsWords = Catalogue<typeof invitations>;
