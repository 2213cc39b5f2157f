// The one outbox and the one drawer of drafts of this tab, in the one locker.
import { api, newKey } from '../api/api';
import { newcomersTo } from '../audience/audience';
import { t } from '../words/words';
import { Drafts } from './drafts';
import { sayIfHeld } from './held';
import { live } from './live.svelte';
import { elsewhere, locker } from './ownLocker';
import { Outbox, type Post } from './outbox.svelte';

/** As the server has it now: what this tab shows may be as old as the post. */
async function newcomers(post: Post): Promise<string | undefined> {
  const w = /^\/api\/workspaces\/([^/?]+)/.exec(post.path)?.[1];
  if (w === undefined || post.shown === undefined) return undefined;
  const { seats, organisations } = await api.workspace(decodeURIComponent(w));
  const came = newcomersTo(String(post.body.audience), post.shown, seats, organisations);
  return came.length === 0 ? undefined : t.outbox.newcomers(came.reduce((sum, one) => sum + one.seats.length, 0), came.map((one) => one.name));
}

export const drafts = new Drafts(locker, elsewhere);
export const outbox = new Outbox({
  storage: locker,
  send: api.post,
  arrival: async (accepted) => {
    await live.arrival(accepted);
    sayIfHeld(accepted);
  },
  newcomers,
  elsewhere,
  newKey,
  now: () => new Date(),
});
addEventListener('online', () => void outbox.flush());
