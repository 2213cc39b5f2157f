// The activity view's own logic: one stream out of what was read and what came live, words for verbs, days.
import type { ActivityItem } from '../api/types';
import { byTime } from '../live/moments';
import { organisationName } from '../live/ours';
import { actKey, store, type Act } from '../live/store.svelte';
import { t } from '../words/words';

export type Group = 'thread' | 'issue' | 'update' | 'action' | 'people';
const GROUPS: Record<string, Group> = {
  thread: 'thread', list: 'thread', hold: 'thread', issue: 'issue', tracker: 'issue', update: 'update', action: 'action',
  seat: 'people', organisation: 'people', invitation: 'people', workspace: 'people',
};

/** Read and live acts as one stream, newest first, each once: an act has the same key whichever way it came. */
export function merged(read: ActivityItem[], live: Act[]): Act[] {
  const all = new Map<string, Act>();
  for (const item of read) all.set(actKey(item), { ...item, key: actKey(item) });
  for (const act of live) if (!all.has(act.key)) all.set(act.key, act);
  return [...all.values()].sort((a, b) => byTime(b.at, a.at));
}

export const groupOf = (act: Act): Group => GROUPS[(act.ref.kind === 'entry' ? act.under?.kind : act.ref.kind) ?? ''] ?? 'people';

/** Who acted: taking a seat is the act of whoever sits on it now. */
export const actorOf = (act: Act): string | undefined => act.seat ?? (act.verb === 'seat.taken' ? act.ref.id : undefined);

/** What it was done to. An invitation that is taken back while this tab looks on has no name here any more. */
export function thingWords(act: Act): string {
  if (act.verb === 'seat.taken') return organisationName(store.get('seats', act.ref.id)?.organisation ?? '') || act.title;
  return act.title || (act.ref.kind === 'invitation' ? t.activity.someone : act.ref.id);
}

/** Stable event names read `capability.verb`; the words depend on what it was done to. */
export function verbWords(act: Act): string {
  const verb = act.verb.split('.').at(-1) ?? '';
  const known = t.verbs;
  if (act.verb !== 'entry.posted' && act.verb.startsWith('entry.') && known[act.verb]) return known[act.verb] ?? '';
  if (act.ref.kind === 'entry' && !act.verb.startsWith('letter.') && !act.verb.startsWith('audience.')) return known[`entry.${act.under?.kind ?? 'posted'}`] ?? known['entry.posted'] ?? '';
  return known[act.verb] ?? known[`${act.ref.kind}.${verb}`] ?? (verb ? verb.replaceAll('-', ' ').replaceAll('_', ' ') : (known.other ?? ''));
}
