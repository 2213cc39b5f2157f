// Says so where words that were sent wait for a convenor, and are not where their author would look for them.
import type { Accepted } from '../api/types';
import { announcer } from '../ui/announcer.svelte';
import { to } from '../shell/router/router';
import { t } from '../words/words';
import { store } from './store.svelte';

/** The page of words that wait, if these do: else they are where they were meant to go. */
export function heldAt(w: string, accepted: Accepted): string | undefined {
  return store.get('holds', accepted.id)?.own ? to.hold(w, accepted.id) : undefined;
}

export function sayIfHeld(accepted: Accepted): void {
  const hold = store.get('holds', accepted.id);
  // a new thread that waits has a page of its own, which says so
  if (hold?.own && hold.state === 'HELD' && hold.under) announcer.toast(t.outbox.pending);
}
