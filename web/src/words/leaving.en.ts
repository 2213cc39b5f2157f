// What is asked before somebody signs out with unsent messages; it comes with the account menu.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const leaving = {
  unsent: (n: number) => counted(n, '# message is not sent yet', '# messages are not sent yet'), unsentHelp: 'Signing out deletes everything you typed and did not send from this browser. Wait for the connection, or copy it first.', signOutAnyway: 'Sign out and delete', stay: 'Stay signed in',
};

export type LeavingWords = Catalogue<typeof leaving>;
