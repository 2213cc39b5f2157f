// Moving an issue between states: closing and reopening are acts of their own, the rest is an edit.
import { api } from '../../api/api';
import { Refusal } from '../../api/problem';
import type { Issue, IssueEdit } from '../../api/types';
import { act } from '../../stream/acting';
import { slug } from '../../stream/ours';
import { store } from '../../stream/store.svelte';
import { announcer } from '../../ui/announcer.svelte';
import { merging } from '../../words/merging';
import { t } from '../../words/words';
import { stateName } from './stateName';

export type State = Issue['state'];
export const STATES: State[] = ['TRIAGE', 'OPEN', 'IN_PROGRESS', 'WAITING', 'DONE', 'DECLINED'];
export const isClosed = (state: State): state is 'DONE' | 'DECLINED' => state === 'DONE' || state === 'DECLINED';

const at = (issue: Issue, ...rest: string[]): string => api.at(slug(), 'issues', issue.id, ...rest);

const MOST_TRIES = 3;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * Changes fields of an issue. Where somebody changed others of its fields meanwhile, both changes are kept; where it was
 * the same one, it is refused with what stands there now. `shown`: who read it, as its author saw it; not more.
 */
export async function edit(issue: Issue, change: IssueEdit, version = issue.version, shown = issue.audience, tries = 1): Promise<unknown> {
  try {
    return await act.patch(at(issue), change, version, shown);
  } catch (error) {
    const now = error instanceof Refusal ? (error.standing as Issue | undefined) : undefined;
    const apart = now && version === issue.version && (Object.keys(change) as (keyof Issue)[]).every((field) => same(now[field], issue[field]));
    if (!apart || tries >= MOST_TRIES) throw error;
    return edit(now, change, now.version, shown, tries + 1);
  }
}

/** What is held of an issue now, which may be newer than what an act began with. */
const held = (issue: Issue): Issue => store.get('issues', issue.id) ?? issue;

/**
 * Says what became of an issue, with the way back to the state it had: not from somebody who moved it since. `is`: the
 * state that the act gave it. What is held may be older still: a frame may leave out what changed, and have it read again.
 */
function told(words: string, issue: Issue, is: State): void {
  announcer.toast(words, () => {
    const now = held(issue);
    if (now.state === is) move(now, issue.state, true).catch(announcer.failed);
    else announcer.toast(merging.conflict.title);
  });
}

async function close(issue: Issue, as: 'DONE' | 'DECLINED'): Promise<void> {
  await act.post(at(issue, 'closure'), { as }, issue.audience);
}

/** What was closed and is opened again has this state. */
const REOPENED = 'OPEN';

async function reopen(issue: Issue): Promise<void> {
  await act.remove(at(issue, 'closure'), issue.audience);
}

/** Closes an open issue as done, reopens a closed one. */
export async function toggle(issue: Issue): Promise<void> {
  if (isClosed(issue.state)) {
    await reopen(issue);
    return told(t.trackers.moved(issue.label, stateName(REOPENED, issue.tracker)), issue, REOPENED);
  }
  await close(issue, 'DONE');
  told(t.trackers.closed(issue.label), issue, 'DONE');
}

/** Brings an issue to a state by whichever acts that takes. */
export async function bring(issue: Issue, state: State): Promise<void> {
  const closed = isClosed(issue.state);
  if (closed) await reopen(issue);
  if (state === 'DONE' || state === 'DECLINED') await close(issue, state);
  else if ((closed ? REOPENED : held(issue).state) !== state) await edit(held(issue), { state });
}

/** Brings an issue to a state and says so; `back` is the way back itself. */
export async function move(issue: Issue, state: State, back = false): Promise<void> {
  if (issue.state === state) return;
  await bring(issue, state);
  const words = t.trackers.moved(issue.label, stateName(state, issue.tracker));
  if (back) announcer.say(words);
  else told(words, issue, state);
}
