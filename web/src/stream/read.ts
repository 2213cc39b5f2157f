// Reading into the store: each function fetches one page and loads it; views then derive from the store, which frames
// keep current. `complete` reads say what the page is complete for, so that what is gone from it leaves the screen.
import { untrack } from 'svelte';
import { api } from '../api/api';
import { health } from '../api/health.svelte';
import { Refusal } from '../api/problem';
import type { EarlierLinks, Entry, Issue, PollWithBallots, Ref, Relation, UpdateLink } from '../api/types';
import type { Comments } from './comments.svelte';
import { live } from './live.svelte';
import { store } from './store.svelte';

const hangsOn = (kind: Ref['kind'], id: string) => (entry: Entry): boolean => entry.parent.kind === kind && entry.parent.id === id;

/** Reads one thing. If it is not there for this reader any more it leaves the screen, whether or not a frame said so. */
async function orGone<A>(kind: 'thread' | 'issue' | 'update' | 'action' | 'poll', id: string, reading: Promise<A>): Promise<A> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) store.drop([{ kind, id: (kind === 'issue' && store.issue(id)?.id) || id }]);
    throw error;
  }
}

const MOST_PAGES = 200;

/** All pages, one after the other: each is small enough for the server, and for a bad line. */
async function pages<P extends { next?: string }>(page: (before?: string) => Promise<P>): Promise<[P, ...P[]]> {
  const all: [P, ...P[]] = [await page()];
  for (let next = all[0].next; next !== undefined && all.length < MOST_PAGES; next = all.at(-1)?.next) all.push(await page(next));
  return all;
}

/** Which reading of everything this is: the one after a frame said so, or after a line came back, is another. */
const standing = (): string => untrack(() => `${live.epoch} ${health.returns}`);
/** Every issue of a tracker is held, and the stream brings what becomes of them. */
const isWhole = (tracker: string): boolean => untrack(() => live.line === 'live') && store.whole.get(tracker) === standing();

export const read = {
  async threads(w: string, list: string, before?: string): Promise<string | undefined> {
    const mark = store.mark();
    const page = await api.threads(w, list, before);
    store.load('threads', [...page.items, ...(page.left ?? [])], mark, before || page.next ? undefined : (thread) => thread.list === list);
    return page.next;
  },
  async thread(w: string, id: string): Promise<void> {
    const mark = store.mark();
    const all = await orGone('thread', id, pages((before) => api.thread(w, id, before)));
    store.load('threads', [all[0].thread], mark);
    store.load('entries', all.flatMap((page) => page.entries), mark, hangsOn('thread', id));
  },
  async holds(w: string): Promise<void> {
    const mark = store.mark();
    // what was decided is not among them, and stays known: its author may look at what became of it
    store.load('holds', (await api.holds(w)).items, mark, (hold) => hold.state === 'HELD');
  },
  /** All of a tracker, thousands perhaps: not again while the stream keeps them. */
  async issues(w: string, tracker: string): Promise<void> {
    if (isWhole(tracker)) return;
    const [whole, begun] = [store.whole, standing()];
    const mark = store.mark();
    const all = await pages(async (before) => {
      const page = await api.issues(w, tracker, before);
      store.load('issues', page.items, mark); // what has come is shown while the rest comes
      return page;
    });
    store.load('issues', all.flatMap((page) => page.items), mark, (issue) => issue.tracker === tracker);
    whole.set(tracker, begun);
  },
  /** Those of a tracker that wait for this seat, and no others: a page that asks only for these reads no more. */
  async waiting(w: string, tracker: string, me: string): Promise<void> {
    if (isWhole(tracker)) return;
    const mark = store.mark();
    const all = await pages((before) => api.issues(w, tracker, before, 'is:open assignee:me'));
    const waits = (issue: Issue): boolean => issue.tracker === tracker && issue.assignees.includes(me) && issue.state !== 'DONE' && issue.state !== 'DECLINED';
    store.load('issues', all.flatMap((page) => page.items), mark, waits);
  },
  async issue(w: string, idOrLabel: string, comments: Comments): Promise<{ id: string; relations: Relation[] }> {
    const { issue, relations } = await orGone('issue', idOrLabel, comments.read(`${w} issue ${idOrLabel}`, (before) => api.issue(w, idOrLabel, before), (page, mark) => {
      store.load('issues', [page.issue], mark);
      return { kind: 'issue', id: page.issue.id };
    }));
    return { id: issue.id, relations };
  },
  async updates(w: string, company?: string, before?: string): Promise<string | undefined> {
    const mark = store.mark();
    const page = await api.updates(w, { company, before });
    const whole = before || page.next ? undefined : (update: { company: string }) => !company || update.company === company;
    store.load('updates', page.items, mark, whole);
    store.load('companies', page.companies, mark, () => true);
    return page.next;
  },
  async update(w: string, id: string, comments: Comments): Promise<{ links: UpdateLink[]; earlier: EarlierLinks[] }> {
    const { links, earlier } = await orGone('update', id, comments.read(`${w} update ${id}`, (before) => api.update(w, id, before), (page, mark) => {
      store.load('updates', [page.update], mark);
      return { kind: 'update', id: page.update.id };
    }));
    return { links, earlier };
  },
  async actions(w: string): Promise<void> {
    const mark = store.mark();
    const all = await pages((before) => api.actions(w, before));
    // one that changed its time between two pages may be on neither; then nothing is taken for gone
    const still = all.every((page) => page.position === all[0].position);
    store.load('actions', all.flatMap((page) => page.items), mark, still ? () => true : undefined);
  },
  async action(w: string, id: string, comments: Comments): Promise<void> {
    await orGone('action', id, comments.read(`${w} action ${id}`, (before) => api.action(w, id, before), (page, mark) => {
      store.load('actions', [page.action], mark);
      return { kind: 'action', id: page.action.id };
    }));
  },
  /** All of them, or those that hang on a thing. */
  async polls(w: string, on?: Ref): Promise<void> {
    const mark = store.mark();
    const all = await pages((before) => api.polls(w, before, on && `${on.kind}:${on.id}`));
    const still = all.every((page) => page.position === all[0].position);
    store.load('polls', all.flatMap((page) => page.items), mark, still ? (poll) => !on || poll.on?.id === on.id : undefined);
  },
  poll: (w: string, id: string, comments: Comments): Promise<PollWithBallots> =>
    orGone('poll', id, comments.read(`${w} poll ${id}`, (before) => api.poll(w, id, before), () => ({ kind: 'poll', id }))),
  async invitations(w: string): Promise<void> {
    const mark = store.mark();
    store.load('invitations', (await api.invitations(w)).items, mark, () => true);
  },
};
