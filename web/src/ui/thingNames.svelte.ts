// What things that texts name are called, as this reader may read them. Each is asked for once, a few at a time.
import { SvelteMap } from 'svelte/reactivity';
import { api } from '../api/api';
import { stateName } from '../features/trackers/stateName';
import { slug } from '../stream/ours';
import { store } from '../stream/store.svelte';
import { t } from '../words/words';
import type { Thing } from './things';

export interface Named {
  title: string;
  label?: string;
  state?: string;
}
/** Asked at once; and kept, of all that was asked on one page. */
const MOST_AT_ONCE = 3;
const MOST_KEPT = 500;
const asked = new SvelteMap<string, Named | null>();
const waiting: (() => Promise<void>)[] = [];
let busy = 0;

async function next(): Promise<void> {
  if (busy >= MOST_AT_ONCE) return;
  const one = waiting.shift();
  if (!one) return;
  busy++;
  await one().finally(() => busy--);
  void next();
}

function held({ kind, id }: Thing): Named | undefined {
  if (kind === 'issue') {
    const issue = store.issue(id);
    return issue && { title: issue.title, label: issue.label, state: stateName(issue.state, issue.tracker) };
  }
  if (kind === 'thread') {
    const thread = store.get('threads', id);
    return thread && { title: thread.subject };
  }
  const update = kind === 'update' ? store.get('updates', id) : undefined;
  if (update) return { title: update.title, state: t.enums.stages[update.stage] };
  const one = kind === 'action' ? store.get('actions', id) : kind === 'poll' ? store.get('polls', id) : undefined;
  return one && { title: one.title };
}

async function find(w: string, { kind, id }: Thing): Promise<Named> {
  if (kind === 'issue') {
    const { issue } = await api.issue(w, id);
    return { title: issue.title, label: issue.label, state: stateName(issue.state, issue.tracker) };
  }
  if (kind === 'thread') return { title: (await api.thread(w, id)).thread.subject };
  if (kind === 'update') {
    const { update } = await api.update(w, id);
    return { title: update.title, state: t.enums.stages[update.stage] };
  }
  return kind === 'action' ? { title: (await api.action(w, id)).action.title } : { title: (await api.poll(w, id)).poll.title };
}

/** Nothing until it is known, and where it is not there for this reader. */
export function nameOf(thing: Thing): Named | undefined {
  const here = held(thing);
  if (here) return here;
  return asked.get(`${slug()} ${thing.kind} ${thing.id}`) ?? undefined;
}

export function ask(thing: Thing): void {
  const w = slug();
  const key = `${w} ${thing.kind} ${thing.id}`;
  if (held(thing) || asked.has(key) || asked.size >= MOST_KEPT) return;
  asked.set(key, null);
  waiting.push(async () => {
    try {
      asked.set(key, await find(w, thing));
    } catch {
      // it is not there for this reader, or the line went: the text stays
    }
  });
  void next();
}
