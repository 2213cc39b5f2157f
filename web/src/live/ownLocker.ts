// The locker of this tab, and the key to it.
import { api } from '../api/api';
import { Locker } from './locker';

const here = typeof localStorage !== 'undefined'; // not where tests run
export const locker = new Locker(here ? localStorage : (undefined as unknown as Storage));
if (here) addEventListener('storage', (event) => void (event.key && locker.take(event.key, event.newValue)));

/** Opens it for whoever is signed in. */
export const unlock = async (): Promise<void> => locker.open((await api.sessionKey()).key);
