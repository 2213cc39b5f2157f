// The one outbox, the one of other workspaces, and the one drawer of drafts of this tab, in the one locker.
import { api, newKey } from '../api/api';
import type { Workspace } from '../api/types';
import { newcomersTo } from '../audience/audience';
import { announcer } from '../ui/announcer.svelte';
import { t } from '../words/words';
import { Drafts } from './drafts';
import { Errands } from './errands.svelte';
import { sayIfHeld } from './held';
import { live } from './live.svelte';
import { lookedAs } from './look';
import { elsewhere, locker } from './ownLocker';
import { Outbox, workspaceOf, type Post } from './outbox.svelte';

/** Who reads a post in this workspace and was not shown to its author, in words. */
function newcomersIn(post: Post, { seats, organisations }: Workspace): string | undefined {
  const came = newcomersTo(String(post.body.audience), post.shown ?? [], seats, organisations);
  return came.length === 0 ? undefined : t.outbox.newcomers(came.reduce((sum, one) => sum + one.seats.length, 0), came.map((one) => one.name));
}

const held = (post: Post): boolean => lookedAs(workspaceOf(post)) !== undefined;

export const drafts = new Drafts(locker, elsewhere);
export const outbox = new Outbox({
  storage: locker,
  send: api.post,
  arrival: async (accepted) => {
    await live.arrival(accepted);
    sayIfHeld(accepted);
  },
  // as the server has it now: what this tab shows may be as old as the post
  newcomers: async (post) => newcomersIn(post, await api.workspace(workspaceOf(post))),
  held,
  elsewhere,
  newKey,
  now: () => new Date(),
});
export const errands = new Errands({
  storage: locker,
  send: api.post,
  room: api.workspace,
  newcomers: newcomersIn,
  held,
  sent: (n, workspace) => announcer.toast(t.outbox.sentThere(n, workspace)),
  elsewhere,
});
addEventListener('online', () => {
  void outbox.flush();
  errands.soon();
});

/** Before somebody else signs in here: what waits is sent as whoever is signed in. */
export function closeOutbox(): void {
  outbox.close();
  errands.close();
}
