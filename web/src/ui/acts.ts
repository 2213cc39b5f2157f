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
export const withTerms = (name: string, terms: Update['attribution'] | undefined): string => (terms && terms !== 'ON_RECORD' ? `${name} (${t.enums.attributions[terms]})` : name);

/** What the server opens at its hour was decided before: nobody does it then. The audit view names who had. */
const endsEmbargo = (act: Done): boolean => act.verb === 'audience.widened' && act.ref.kind === 'action' && (act.seat === undefined || act.details?.embargo === true);

/** French says “d’” before a vowel; no other language here has “de” before a name. */
const elided = (sentence: string, item: string): string => (/^[aeiouàâäéèêëîïôöùûüœæ]/i.test(item) ? sentence.replace('de {item}', 'd’{item}') : sentence);

/** The key of the sentence for an event. The archive's letters are their authors'; a comment is one whatever it hangs on. */
export function keyOf(act: Done): string {
  if (act.verb === 'archive.import-begun' && act.from) return 'archive.written';
  if (endsEmbargo(act)) return 'embargo.ended';
  if (act.verb !== 'entry.posted' || !act.under) return act.verb;
  return act.under.kind === 'thread' ? 'entry.thread' : 'entry.comment';
}

/** What happened, as a sentence with the places `{actor}` and `{item}`; or without who did it, where that is not known or stands beside it. */
export function sentenceOf(act: Done, alone = !act.from && !actorOf(act)): string {
  const sentences = t.acts[keyOf(act)] ?? t.acts.other;
  return elided(sentences?.[alone ? 1 : 0] ?? '', thingWords(act));
}
