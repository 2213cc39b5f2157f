// Acts that are not posts of text: edits, closures, commitments. They are not queued offline, since what they change
// may have moved on by then; they answer when the change is on this screen.
import { api, newKey } from '../api/api';
import { QUOTES_NARROWER, Refusal } from '../api/problem';
import type { Accepted } from '../api/types';
import { t } from '../words/words';
import { asking } from './asking.svelte';
import { sayIfHeld } from './held';
import { live } from './live.svelte';
import { audienceLabel } from './ours';
import { store } from './store.svelte';

async function arrived(accepted: Accepted): Promise<Accepted> {
  store.forget(); // what one changed oneself is read anew
  await live.arrival(accepted);
  sayIfHeld(accepted);
  return accepted;
}

/** What its author agrees to: to quote what fewer read, and to be read by more than they were shown. */
interface Agreed { more: object; shown?: string }

/** Asks its author about a refusal that they can answer; undefined if it is not one of those. */
async function agreed(error: unknown, now: Agreed): Promise<Agreed | undefined> {
  if (!(error instanceof Refusal)) return undefined;
  const { readers: shown, problem } = error;
  if (shown !== undefined) {
    const help = t.problem.moreReaders(audienceLabel(shown));
    return (await asking.ask({ title: t.problem.moreReadersTitle, help, yes: t.problem.moreReadersYes })) ? { ...now, shown } : undefined;
  }
  if (problem.type !== QUOTES_NARROWER) return undefined;
  const help = t.problem.quotes(problem.people ?? 0);
  return (await asking.ask({ title: t.problem.quotesTitle, help, yes: t.problem.quotesYes })) ? { ...now, more: { quoting: true } } : undefined;
}

/** Asks before words reach more people than their author knew; what is not wanted stays where it was typed. */
export async function knowingly<T>(first: string | undefined, ask: (now: Agreed) => Promise<T>): Promise<T> {
  for (let now: Agreed = { more: {}, shown: first }; ; ) {
    try {
      return await ask(now);
    } catch (error) {
      const next = await agreed(error, now);
      if (!next) throw error;
      now = next;
    }
  }
}

/** Within this time an act that nobody answered is the same act when it is asked for again. */
const SAME_ACT_MS = 120_000;

/** Acts that nobody answered. Any of them may have been done, and the person who sees "no answer" presses once more. */
const unanswered = new Map<string, { key: string; at: number }>();

/** Acts under a key: the same as before, where the same was asked a moment ago and nobody answered. */
async function once(what: string, act: (key: string) => Promise<Accepted>): Promise<Accepted> {
  const before = unanswered.get(what);
  const mine = before && performance.now() - before.at < SAME_ACT_MS ? before : { key: newKey(), at: performance.now() };
  unanswered.set(what, mine);
  try {
    const accepted = await act(mine.key);
    unanswered.clear(); // what is asked for after another act is an act of its own: closed, opened, closed again
    return accepted;
  } catch (error) {
    if (error instanceof Refusal && !error.passing && error.status < 500) unanswered.delete(what);
    throw error;
  }
}

const post = (path: string, body: object | undefined, shown?: string): Promise<Accepted> =>
  once(`POST ${path} ${JSON.stringify(body)}`, (key) => api.post(path, body, key, shown));

/** Each takes the audience that its author was shown: to more than those nothing is said without asking them. */
export const act = {
  post: async (path: string, body: object | undefined = undefined, audience?: string): Promise<Accepted> =>
    arrived(await knowingly(audience, ({ more, shown }) => post(path, body && { ...body, ...more }, shown))),
  patch: async (path: string, body: object, version: number, audience?: string): Promise<Accepted> =>
    arrived(await knowingly(audience, ({ more, shown }) => api.patch(path, { ...body, ...more, version }, version, shown))),
  /** Changes what has no versions: the last word holds. */
  change: async (path: string, body: object): Promise<Accepted> => arrived(await once(`PATCH ${path} ${JSON.stringify(body)}`, (key) => api.change(path, body, key))),
  remove: async (path: string, audience?: string): Promise<Accepted> => arrived(await knowingly(audience, ({ shown }) => api.remove(path, shown))),
};
