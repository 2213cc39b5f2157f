// What stands in a line of activity, in the audit view and on an organisation's page: who, what, to which thing.
import type { Ref, Update } from '../api/types';
import { organisationName } from '../stream/ours';
import { store } from '../stream/store.svelte';
import { t } from '../words/words';

interface Done { verb: string; ref: Ref; title: string; seat?: string; from?: string; under?: Ref; details?: { embargo?: boolean } }

/** Who acted: taking a seat is the act of the person who sits on it now. */
export const actorOf = (act: Done): string | undefined => act.seat ?? (act.verb === 'seat.taken' ? act.ref.id : undefined);

/** What it was done to. An invitation that is taken back while this tab looks on has no name here any more. */
export function thingWords(act: Done): string {
  if (act.verb === 'seat.taken') return organisationName(store.get('seats', act.ref.id)?.organisation ?? '') || act.title;
  return act.title || (act.ref.kind === 'invitation' ? t.activity.someone : act.ref.id);
}

/** A name that is spoken or stands alone: an update's with its terms. */
export const withTerms = (name: string, terms: Update['attribution'] | undefined): string => (terms && terms !== 'ON_RECORD' ? `${name} (${t.updates.attributions[terms]})` : name);

/** What the server opens at its hour was decided before: nobody does it then. The audit view names who had. */
const endsEmbargo = (act: Done): boolean => act.verb === 'audience.widened' && act.ref.kind === 'action' && (act.seat === undefined || act.details?.embargo === true);

/** Stable event names read `capability.verb`; the words depend on what it was done to. */
export function verbWords(act: Done): string {
  if (act.verb === 'archive.import-begun' && act.from) return t.verbs['archive.written'] ?? '';
  const verb = act.verb.split('.').at(-1) ?? '';
  const known = t.verbs;
  if (endsEmbargo(act)) return known[act.seat === undefined ? 'embargo.ended' : 'embargo.set'] ?? '';
  if (act.verb !== 'entry.posted' && act.verb.startsWith('entry.') && known[act.verb]) return known[act.verb] ?? '';
  if (act.ref.kind === 'entry' && !act.verb.startsWith('letter.') && !act.verb.startsWith('audience.')) return known[`entry.${act.under?.kind ?? 'posted'}`] ?? known['entry.posted'] ?? '';
  return known[act.verb] ?? known[`${act.ref.kind}.${verb}`] ?? (verb ? verb.replaceAll('-', ' ').replaceAll('_', ' ') : (known.other ?? ''));
}
