// What was read of the open workspace and is no thing of the store, by what it was asked for (`Reading`).
import { untrack } from 'svelte';
import { Refusal } from '../api/problem';
import { live } from './live.svelte';
import { store } from './store.svelte';

const MOST_REMEMBERED = 200;

/** Where a view of this workspace and seat remembers: what one that is left still reads is of no concern to the one that is open by then. */
export const memoryOf = (slug: string | undefined): Map<string, unknown> => (untrack(() => live.slug) === slug ? store.remembered : new Map());

export function remember(memory: Map<string, unknown>, name: string, value: unknown): void {
  memory.delete(name); // the newest stands last
  memory.set(name, value);
  if (memory.size > MOST_REMEMBERED) memory.delete(memory.keys().next().value as string);
}

/** Whether the server says that it is not to be read; a weak line, or a server that is busy, says nothing of that. */
export const isRefused = (error: unknown): boolean => error instanceof Refusal && !error.passing && error.status < 500;
