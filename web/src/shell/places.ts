// The places of a workspace, in the order of the rail and of the keys 1 to 9.
import { FEATURES } from '../features/index';
import { CONVERSATIONS } from '../features/conversations/where';
import { store } from '../stream/store.svelte';
import type { Name, Route } from './router/router';
import type { IconName } from '../ui/Icon.svelte';

export interface Place {
  name: Name;
  /** routes that belong to the place */
  covers: Name[];
  icon: IconName;
  words: string;
  href: string;
  /** under which what is unread in it is counted */
  unread?: string;
}

const PLACES = FEATURES.flatMap(({ pages, place, group }) => {
  if (!place) return [];
  const others = FEATURES.flatMap((one) => Object.entries(one.pages).filter(([, page]) => page.place === place.name));
  return { ...place, unread: place.unread ?? group?.name, path: pages[place.name]?.path ?? '', covers: [...Object.entries(pages), ...others].map(([name]) => name as Name) };
});

export const places = (w: string): Place[] =>
  PLACES.map(({ name, covers, icon, words, path, unread }) => ({ name: name as Name, covers, icon, unread, words: words(), href: path.replace(':w', encodeURIComponent(w)) }));

/** How much is unread in a place, without what is counted in another that is a part of it. */
export function unreadIn(place: Place, n: ReadonlyMap<string, number>): number {
  if (place.unread === undefined) return 0; // nothing is counted in it
  const parts = PLACES.filter((one) => one.unread?.startsWith(`${place.unread}>`));
  return parts.reduce((left, part) => left - (n.get(part.unread ?? '') ?? 0), n.get(place.unread ?? '') ?? 0);
}

/** Whether a page is in a place: of threads, those of conversations are in another than those of lists. */
export function isIn(place: Place, { name, params }: Route): boolean {
  const named = name === 'thread' && store.get('threads', params.id)?.list === CONVERSATIONS;
  return named ? place.name === 'conversations' : place.covers.includes(name);
}
