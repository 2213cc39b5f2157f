// The one outbox and the one drawer of drafts of this tab.
import { api, newKey } from '../api/api';
import { Drafts } from './drafts';
import { sayIfHeld } from './held';
import { live } from './live.svelte';
import { Outbox } from './outbox.svelte';

export const drafts = new Drafts(localStorage);
export const outbox = new Outbox({
  storage: localStorage,
  send: api.post,
  arrival: async (accepted) => {
    await live.arrival(accepted);
    sayIfHeld(accepted);
  },
  newKey,
  now: () => new Date(),
});
addEventListener('online', () => void outbox.flush());
