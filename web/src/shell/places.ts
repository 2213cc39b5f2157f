// The places of a workspace, in the order of the rail and of the keys 1 to 7.
import { FEATURES } from '../features/index';
import type { Name } from './router/router';
import type { IconName } from '../ui/Icon.svelte';

export interface Place {
  name: Name;
  /** routes that belong to the place */
  covers: Name[];
  icon: IconName;
  words: string;
  href: string;
  /** the kind of things that are in it */
  kind?: string;
}

const PLACES = FEATURES.flatMap(({ pages, place, group }) => {
  if (!place) return [];
  const others = FEATURES.flatMap((one) => Object.entries(one.pages).filter(([, page]) => page.place === place.name));
  return { ...place, kind: group?.name, path: pages[place.name]?.path ?? '', covers: [...Object.entries(pages), ...others].map(([name]) => name as Name) };
});

export const places = (w: string): Place[] =>
  PLACES.map(({ name, covers, icon, words, path, kind }) => ({ name: name as Name, covers, icon, kind, words: words(), href: path.replace(':w', encodeURIComponent(w)) }));
