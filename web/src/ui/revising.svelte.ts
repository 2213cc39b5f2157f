// Which message is being edited, and what its author and convenors may do with one.
import { api } from '../api/api';
import type { Entry } from '../api/types';
import { act } from '../stream/acting';
import { isConvenor, mayWrite, mySeat, slug } from '../stream/ours';
import { revisions as words } from '../words/revisions';
import { announcer } from './announcer.svelte';

/** How long the server takes a deletion back, in milliseconds. */
const UNDO_MS = 60_000;

const isOwn = (entry: Entry): boolean => entry.seat === mySeat() && entry.from === undefined && entry.via !== 'ARCHIVE';
export const mayEdit = (entry: Entry): boolean => mayWrite() && !entry.deleted && isOwn(entry);
export const mayDelete = (entry: Entry): boolean => mayWrite() && !entry.deleted && (isOwn(entry) || isConvenor());

class Revising {
  /** the id of the message whose text is in a field; one at a time */
  now = $state<string>();
}
export const revising = new Revising();

const path = (entry: Entry, ...rest: string[]): string => api.at(slug(), 'entries', entry.id, ...rest);

export const save = (entry: Entry) => (text: string, version: number): Promise<unknown> => act.patch(path(entry), { text }, version, entry.audience);

/** The text and version that a stale edit is answered with. */
export const current = (state: Record<string, unknown>): { text: string; version: number } => {
  const entry = state as unknown as Entry;
  return { text: entry.text, version: entry.edited?.version ?? 1 };
};

export async function remove(entry: Entry, reason: string): Promise<void> {
  await act.post(path(entry, 'deletion'), reason.trim() ? { reason: reason.trim() } : {}, entry.audience);
  const back = (): void => void act.remove(path(entry, 'deletion')).then(() => announcer.toast(words.deleting.undone), announcer.failed);
  announcer.toast(words.deleting.done, back, UNDO_MS);
}
