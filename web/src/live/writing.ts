// The one outbox and the one drawer of drafts of this tab, in the one locker.
import { api, newKey } from '../api/api';
import { Drafts } from './drafts';
import { sayIfHeld } from './held';
import { live } from './live.svelte';
import { locker } from './ownLocker';
import { Outbox } from './outbox.svelte';

export const drafts = new Drafts(locker);
export const outbox = new Outbox({
  storage: locker,
  send: api.post,
  arrival: async (accepted) => {
    await live.arrival(accepted);
    sayIfHeld(accepted);
  },
  newKey,
  now: () => new Date(),
});
addEventListener('online', () => void outbox.flush());
