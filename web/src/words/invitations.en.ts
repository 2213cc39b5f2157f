// The words for what became of the letters of invitations.
import type { Catalogue } from './language';

const DO: Record<string, string> = {
  DEAD_ADDRESS: 'There is no such mailbox. Mend the address and send it anew.',
  DISABLED: 'Their mailbox is disabled. Ask them to see to it, or use another address; then send it anew.',
  FULL: 'Ask them to make room, or use another address; then send it anew.',
  SPAM: 'Ask them to let mail from here through, or use another address.',
  POLICY: 'Ask them to let mail from here through, or use another address.',
};
export const invitations = {
  sent: 'their mail host has it', waiting: 'is being sent', retrying: 'is being tried again',
  refused: (why: string, said: string) => `Their mail host refused it: ${why}${said ? ` (${said})` : ''}.`,
  returned: (why: string, said: string) => `It came back: ${why}${said ? ` (${said})` : ''}.`,
  givenUp: 'Their mail host did not take it for five days.',
  toDo: (reason: string) => DO[reason] ?? 'Check the address, or use another, and send it anew.',
  anew: 'Mend and send anew', anewTitle: 'Send the invitation anew', anewHelp: 'The link of the letter that did not arrive no longer opens anything. The new letter has one of its own.',
  anewTo: (address: string) => `Mend and send anew: ${address}`,
};

export type InvitationsWords = Catalogue<typeof invitations>;
