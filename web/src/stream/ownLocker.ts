// The locker of this tab, and the key to it.
import { api } from '../api/api';
import { health } from '../api/health.svelte';
import { Locker, PREFIX } from './locker';

/** Asks before a page is left that alone holds what was written. */
const hold = (event: Event): void => event.preventDefault();

function told(kept: boolean): void {
  health.forgets = !kept;
  if (kept) removeEventListener('beforeunload', hold);
  else addEventListener('beforeunload', hold);
}

const here = typeof localStorage !== 'undefined'; // not where tests run
export const locker = new Locker(here ? localStorage : (undefined as unknown as Storage), told);

/** How long what was written may be gone from the disk of an open page. */
const RESTORED_MS = 10_000;
/** Time to hear that it was somebody signing out in another tab. */
const HEARD_MS = 1_000;

const look = (): void => void (locker.emptied && setTimeout(() => locker.restore(), HEARD_MS));

const acts = new Set<(name: string) => void>();
let turn: Promise<unknown> = Promise.resolve(); // what came first is opened first
if (here) {
  setInterval(look, RESTORED_MS);
  addEventListener('visibilitychange', look);
  addEventListener('storage', ({ key, newValue }) => {
    if (key === null) return;
    turn = turn.then(() => locker.take(key, newValue)).then((name) => name !== undefined && acts.forEach((act) => act(name)));
  });
}

/** `act` hears of every item that another tab has written or removed. */
export function elsewhere(act: (name: string) => void): () => void {
  acts.add(act);
  return () => void acts.delete(act);
}

/** Whether anything lies here, for whomever: most pages need not open it. */
export const keepsSomething = (): boolean => Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? '').some((name) => name.startsWith(PREFIX));

/** Opens it for the person who is signed in. */
export const unlock = async (): Promise<void> => locker.open((await api.sessionKey()).key);
