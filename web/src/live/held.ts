// Says so where words that were sent wait for a convenor, and are not where their author would look for them.
import type { Accepted } from '../api/types';
import { announcer } from '../ui/announcer.svelte';
import { t } from '../words/words';
import { store } from './store.svelte';

export function sayIfHeld(accepted: Accepted): void {
  const hold = store.get('holds', accepted.id);
  if (hold?.own && hold.state === 'HELD') announcer.toast(t.holds.waitsToast);
}
