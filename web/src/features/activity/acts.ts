// The activity view's own logic: one stream out of what was read and what came live, and what belongs together.
import type { ActivityItem } from '../../api/types';
import { byTime } from '../../stream/moments';
import type { IconName } from '../../ui/Icon.svelte';
import { kindOf, type AnyKind } from '../index';
import { actKey, type Act } from '../../stream/store.svelte';

/** Read and live acts as one stream, newest first, each once: an act has the same key whichever way it came. */
export function merged(read: ActivityItem[], live: Act[]): Act[] {
  const all = new Map<string, Act>();
  for (const item of read) all.set(actKey(item), { ...item, key: actKey(item) });
  for (const act of live) if (!all.has(act.key)) all.set(act.key, act);
  return [...all.values()].sort((a, b) => byTime(b.at, a.at));
}

const kindIn = (act: Act): AnyKind | undefined => kindOf(act.ref.kind === 'entry' ? act.under?.kind : act.ref.kind);

export const groupOf = (act: Act): string => kindIn(act)?.group ?? 'people';

export const iconOf = (act: Act): IconName => kindIn(act)?.icon ?? 'people';
