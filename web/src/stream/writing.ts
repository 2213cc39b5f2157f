// The one outbox, the one of other workspaces, and the one drawer of drafts of this tab, in the one locker.
import { api, newKey } from '../api/api';
import { serverNow } from '../api/clock';
import type { Workspace } from '../api/types';
import { newcomersTo } from '../features/audience/audience';
import { announcer } from '../ui/announcer.svelte';
import { t } from '../words/words';
import { Drafts } from './drafts';
import { Errands } from './errands.svelte';
import { sayIfHeld } from './held';
import { live } from './live.svelte';
import { lookedAs } from './look';
import { byTime } from './moments';
import { mySeat } from './ours';
import { store } from './store.svelte';
import { elsewhere, locker } from './ownLocker';
import { Outbox, workspaceOf, type Post } from './outbox.svelte';

/** Who reads a post in this workspace and was not shown to its author, in words. */
function newcomersIn(post: Post, { seats, organisations }: Workspace): string | undefined {
  const came = newcomersTo(String(post.body.audience), post.shown ?? [], seats, organisations);
  return came.length === 0 ? undefined : t.outbox.newcomers(came.reduce((sum, one) => sum + one.seats.length, 0), came.map((one) => one.name));
}

/** What was answered is known by its id. Whether what was tried was done is seen by its words, said since by the same seat. */
function stands(post: Post): boolean {
  if (post.made !== undefined) return store.holds(post.made);
  const { text } = post.body;
  return post.tried === true && text !== undefined && store.all('entries').some((one) =>
    one.seat === mySeat() && `${one.parent.kind}:${one.parent.id}` === post.place && one.text === text && byTime(post.at, one.at) <= 0);
}

const held = (post: Post): boolean => lookedAs(workspaceOf(post)) !== undefined;

export const drafts = new Drafts(locker, elsewhere);
export const outbox = new Outbox({
  storage: locker,
  send: api.post,
  arrival: async (accepted) => {
    if (!store.holds(accepted.id)) await live.arrival(accepted); // after a reload no frame of it comes any more
    sayIfHeld(accepted);
  },
  // as the server has it now: what this tab shows may be as old as the post
  newcomers: async (post) => newcomersIn(post, await api.workspace(workspaceOf(post))),
  held,
  stands,
  elsewhere,
  newKey,
  now: () => new Date(serverNow()),
});
live.done = (key) => outbox.arrived(key);
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

/** Before somebody else signs in here: what waits is sent as the person who is signed in. */
export function closeOutbox(): void {
  outbox.close();
  errands.close();
  drafts.beside?.close();
}
