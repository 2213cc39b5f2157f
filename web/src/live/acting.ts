// Acts that are not posts of text: edits, closures, commitments. They are not queued offline, since what they change
// may have moved on by then; they answer when the change is on this screen.
import { api, newKey } from '../api/api';
import { QUOTES_NARROWER, Refusal } from '../api/problem';
import type { Accepted } from '../api/types';
import { t } from '../words/words';
import { asking } from './asking.svelte';
import { sayIfHeld } from './held';
import { live } from './live.svelte';

async function arrived(accepted: Accepted): Promise<Accepted> {
  await live.arrival(accepted);
  sayIfHeld(accepted);
  return accepted;
}

/** Asks before words that fewer people can read are said to more; what is not wanted stays where it was typed. */
async function knowingly(ask: (more: object) => Promise<Accepted>): Promise<Accepted> {
  try {
    return await ask({});
  } catch (error) {
    const warned = error instanceof Refusal && error.problem.type === QUOTES_NARROWER;
    if (!warned) throw error;
    const help = t.problem.quotes(error.problem.people ?? 0);
    if (!(await asking.ask({ title: t.problem.quotesTitle, help, yes: t.problem.quotesYes }))) throw error;
    return ask({ quoting: true });
  }
}

export const act = {
  post: async (path: string, body: object | undefined = undefined): Promise<Accepted> =>
    arrived(await knowingly((more) => api.post(path, body && { ...body, ...more }, newKey()))),
  patch: async (path: string, body: object, version: number): Promise<Accepted> =>
    arrived(await knowingly((more) => api.patch(path, { ...body, ...more, version }, version))),
  /** Changes what has no versions: the last word holds. */
  change: async (path: string, body: object): Promise<Accepted> => arrived(await api.change(path, body, newKey())),
  remove: async (path: string): Promise<Accepted> => arrived(await api.remove(path)),
};
