// What the pages of texts read: all pages of a long one, and again when the stream tells of a change.
import { store } from '../../stream/store.svelte';

/** More than the server has segments of one text. */
const MOST_PAGES = 50;

/** All pages, one after the other. */
export async function pagesOf<P extends { next?: string }>(page: (next?: string) => Promise<P>): Promise<[P, ...P[]]> {
  const all: [P, ...P[]] = [await page()];
  for (let next = all[0].next; next !== undefined && all.length < MOST_PAGES; next = all.at(-1)?.next) all.push(await page(next));
  return all;
}

/** Changes with each event about a text, and with each thing that may cite one of its provisions: who reads it reads again. */
export const changesOf = (): string => store.happened.find(({ verb, ref }) => ref.kind === 'instrument' || /^(?:issue|update|action)\.(?:opened|posted|planned|edited|cited)/.test(verb))?.key ?? '';
