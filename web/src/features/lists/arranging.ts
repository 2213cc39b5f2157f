// What is done to a thread as a whole, each with its undo.
import { api } from '../../api/api';
import type { Thread } from '../../api/types';
import { act } from '../../stream/acting';
import { slug } from '../../stream/ours';
import { store } from '../../stream/store.svelte';
import { here } from '../../shell/router/here.svelte';
import { to } from '../../shell/router/router';
import { announcer } from '../../ui/announcer.svelte';
import { threads as words } from '../../words/threads';

type Change = { pinned?: boolean; locked?: boolean };

const change = (id: string, body: object): Promise<unknown> => act.change(api.at(slug(), 'threads', id), body);
const said = ({ pinned, locked }: Change): string => (pinned === undefined ? (locked ? words.isLocked : words.isUnlocked) : pinned ? words.isPinned : words.isUnpinned);

/** Pins or locks it, or neither any more. */
export async function set(id: string, to: Change, undoes = true): Promise<void> {
  try {
    await change(id, to);
    const back: Change = Object.fromEntries(Object.entries(to).map(([name, on]) => [name, !on]));
    announcer.toast(said(to), undoes ? () => void set(id, back, false) : undefined);
  } catch (error) {
    announcer.failed(error);
  }
}

/** Another title, if it still is called as it was shown. */
export async function rename({ id, subject }: Pick<Thread, 'id' | 'subject'>, to: string, said = words.renamed): Promise<void> {
  await change(id, { subject: to, formerSubject: subject });
  announcer.toast(said, () => void change(id, { subject, formerSubject: to }).then(() => announcer.toast(said), announcer.failed));
}

/** Undoes what was done, and says so. */
const back = (undo: () => Promise<unknown>, done: string): (() => void) => () => void undo().then(() => announcer.toast(done), announcer.failed);
const at = (id: string, what: string): string => api.at(slug(), 'threads', id, what);
const named = (list: string): string => store.get('lists', list)?.name ?? list;

/** On another list, for the same readers. */
export async function move({ id, list }: Pick<Thread, 'id' | 'list'>, list2: string): Promise<void> {
  await act.post(at(id, 'move'), { list: list2 });
  announcer.toast(words.moved(named(list2)), back(() => act.post(at(id, 'move'), { list }), words.moved(named(list))));
}

/** A thread of its own from a message on: its id. */
export const split = async (thread: string, entry: string, subject: string, audience?: string): Promise<string> => (await act.post(at(thread, 'split'), { entry, subject }, audience)).id;

/** Leads to a thread that was split from another; merged back it is as before. */
export function openSplit(id: string, thread: string): void {
  here.go(to.thread(slug(), id));
  announcer.toast(words.splitDone, back(() => act.post(at(id, 'merge'), { into: thread }).then(() => here.go(to.thread(slug(), thread))), words.joined));
}

/** Its messages are in another thread. */
export async function merge(thread: string, into: string): Promise<void> {
  await act.post(at(thread, 'merge'), { into });
  here.go(to.thread(slug(), into));
  announcer.toast(words.mergeDone, () => void unmerge(thread));
}

/** They are its own again. */
export async function unmerge(thread: string): Promise<void> {
  try {
    await act.remove(at(thread, 'merge'));
    here.go(to.thread(slug(), thread));
    announcer.toast(words.unmerged);
  } catch (error) {
    announcer.failed(error);
  }
}
