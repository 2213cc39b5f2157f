// Taking back what one changed of an action, as long as it still stands: nobody else's word is taken back with it.
import type { Action } from '../../api/types';
import { same } from '../../stream/same';
import { store } from '../../stream/store.svelte';
import { announcer } from '../../ui/announcer.svelte';
import { merging } from '../../words/merging';

/** A moment is the same however it is written. */
const alike = (a: unknown, b: unknown): boolean => same(a ?? null, b ?? null) || (typeof a === 'string' && typeof b === 'string' && Date.parse(a) === Date.parse(b));

/** `mine`: what one made of it; `back` puts back what was there before. */
export function undo(id: string, mine: Partial<Action>, back: (now: Action) => Promise<unknown>): void {
  const now = store.get('actions', id);
  if (!now) return;
  if (Object.entries(mine).every(([part, value]) => alike(now[part as keyof Action], value))) back(now).catch(announcer.failed);
  else announcer.toast(merging.conflict.title);
}
