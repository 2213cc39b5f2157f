// The activity view's own logic: one stream out of what was read and what came live, and what belongs together.
import type { ActivityItem, FieldChange } from '../../api/types';
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

/** One line of a list of what happened: an act, or several of one person that belong together. */
export interface Line<A> {
  /** by its first act, so that it stays the same line while more join it */
  key: string;
  act: A;
  /** all of it, newest first; `act` is the first of them */
  acts: A[];
  /** how many things they were done to */
  things: number;
  /** the seats that did it, the newest first */
  people: string[];
  /** what was changed in all of these things */
  changes: FieldChange[];
  /** nothing is left of what they changed */
  undone: boolean;
}

type Done = Pick<Act, 'key' | 'at' | 'verb' | 'ref' | 'under' | 'seat' | 'from' | 'changes'>;

/** In milliseconds: what one person does alike within that time of the act before is one line. */
const GAP_MS = 10 * 60_000;
/** Fewer different things have a line each: their names say more than a number. */
const FEWEST = 3;
const MANY = new Set(['issue.opened', 'issue.edited', 'issue.closed', 'issue.reopened', 'invitation.sent']);
/** Closing and opening again is one change and its undo. */
const ALIKE: Record<string, string> = { 'issue.reopened': 'issue.closed' };

/** What several people do to one thing on one day is one line, which names them. */
const BY_MANY = new Set(['entry.posted', 'reaction.added', 'action.committed', 'action.answered', 'poll.answered', 'issue.watched', 'update.acknowledged']);

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const thingOf = (act: Done): string => `${act.ref.kind} ${act.ref.id}`;
const placeOf = ({ verb, ref, under }: Done): string => (verb === 'entry.posted' && under ? `${under.kind} ${under.id}` : `${ref.kind} ${ref.id}`);
function groupKey(act: Done): string | undefined {
  if (!act.seat || act.from) return undefined;
  if (BY_MANY.has(act.verb)) return `${act.verb} ${placeOf(act)} ${new Date(act.at).toDateString()}`;
  return MANY.has(act.verb) ? `${act.seat} ${ALIKE[act.verb] ?? act.verb}` : undefined;
}

/** What several acts changed in one thing, newest first: from what it was before the first to what it is after the last. */
function net(acts: Done[]): FieldChange[] | undefined {
  const fields = new Map<string, FieldChange>();
  for (const act of [...acts].reverse()) {
    if (!act.changes) return undefined;
    for (const change of act.changes) {
      const before = fields.get(change.field);
      fields.set(change.field, before ? { ...change, was: before.was } : change);
    }
  }
  return [...fields.values()].filter((change) => !('now' in change) || !(isNothing(change.was) ? isNothing(change.now) : same(change.was, change.now)));
}

/** Whether nothing is left of it: closed and opened again, or each field is as it was. */
function isUndone(acts: Done[]): boolean {
  const [last, first] = [acts[0], acts.at(-1)];
  if (acts.length < 2 || !last || !first) return false;
  if (ALIKE[last.verb] === first.verb || ALIKE[first.verb] === last.verb) return true;
  return acts.every((act) => act.verb === 'issue.edited') && net(acts)?.length === 0;
}

/** What was changed in each of them alike. */
function common(things: Done[][]): FieldChange[] {
  const [first, ...others] = things.map(net);
  return (first ?? []).flatMap((change) => {
    const like = others.map((one) => one?.find((other) => other.field === change.field && same(other.now, change.now)));
    if (like.some((one) => one === undefined)) return [];
    return [like.every((one) => same(one?.was, change.was)) ? change : { field: change.field, now: change.now }];
  });
}

function byThing<A extends Done>(acts: A[]): A[][] {
  const by = new Map<string, A[]>();
  for (const act of acts) by.set(thingOf(act), [...(by.get(thingOf(act)) ?? []), act]);
  return [...by.values()];
}

function line<A extends Done>(acts: A[]): Line<A> {
  const things = byThing(acts);
  const people = [...new Set(acts.flatMap((act) => act.seat ?? []))];
  return { key: acts.at(-1)!.key, act: acts[0]!, acts, things: BY_MANY.has(acts[0]!.verb) ? 1 : things.length, people, changes: common(things), undone: things.every(isUndone) };
}

/** Which of them may stand in one line: all that are of few things must be of one, and of one kind unless they end in an undo. */
function lines<A extends Done>(acts: A[]): Line<A>[] {
  const whole = line(acts);
  const alike = acts.every((act) => act.verb === acts[0]!.verb);
  if (BY_MANY.has(acts[0]!.verb)) return whole.people.length > 1 ? [whole] : acts.map((act) => line([act]));
  if (whole.undone || (alike && (whole.things === 1 || whole.things >= FEWEST))) return [whole];
  const things = byThing(acts);
  // what was done to a thing and undone stands by itself, whatever else was done beside it
  const undone = things.filter(isUndone).flat();
  if (undone.length > 0) return [undone, acts.filter((act) => !undone.includes(act))].flatMap(lines);
  if (alike) return things.map(line);
  return ['issue.closed', 'issue.reopened'].map((verb) => acts.filter((act) => act.verb === verb)).filter((some) => some.length > 0).flatMap(lines);
}

/**
 * Acts as lines, both newest first: a bulk edit is one, and so are a change with its undo, and what several people did
 * to one thing. What `apart` tells apart stands in lines of its own.
 */
export function together<A extends Done>(acts: A[], apart = (_: A): string => ''): Line<A>[] {
  const all: A[][] = [];
  const open = new Map<string, A[]>();
  for (const act of acts) {
    const alike = groupKey(act);
    const key = alike === undefined ? undefined : `${alike} ${apart(act)}`;
    const group = key === undefined ? undefined : open.get(key);
    if (group && (BY_MANY.has(act.verb) || Date.parse(group.at(-1)!.at) - Date.parse(act.at) <= GAP_MS)) {
      group.push(act);
    } else {
      const begun = [act];
      all.push(begun);
      if (key !== undefined) open.set(key, begun);
    }
  }
  return all.flatMap(lines).sort((a, b) => byTime(b.act.at, a.act.at));
}
