// What is done to a thread as a whole, each with its undo.
import { api } from '../../api/api';
import type { Thread } from '../../api/types';
import { act } from '../../stream/acting';
import { slug } from '../../stream/ours';
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
