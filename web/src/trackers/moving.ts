// Moving an issue between states: closing and reopening are acts of their own, the rest is an edit.
import { api } from '../api/api';
import type { Issue, IssueEdit } from '../api/types';
import { act } from '../live/acting';
import { slug } from '../live/ours';
import { store } from '../live/store.svelte';
import { announcer } from '../ui/announcer.svelte';
import { t } from '../words/words';

export type State = Issue['state'];
export const STATES: State[] = ['TRIAGE', 'OPEN', 'IN_PROGRESS', 'WAITING', 'DONE', 'DECLINED'];
export const isClosed = (state: State): boolean => state === 'DONE' || state === 'DECLINED';

const at = (issue: Issue, ...rest: string[]): string => api.at(slug(), 'issues', issue.id, ...rest);

export const edit = (issue: Issue, change: IssueEdit, version = issue.version): Promise<unknown> => act.patch(at(issue), change, version);

export const reopen = (issue: Issue): Promise<unknown> => act.remove(at(issue, 'closure'));

export async function close(issue: Issue, as: 'DONE' | 'DECLINED'): Promise<void> {
  await act.post(at(issue, 'closure'), { as });
  announcer.toast(t.trackers.closed(issue.label), () => void reopen(issue).catch(announcer.failed));
}

/** Closes an open issue as done, reopens a closed one. */
export const toggle = (issue: Issue): Promise<unknown> => (isClosed(issue.state) ? reopen(issue) : close(issue, 'DONE'));

/** Brings an issue to a state by whichever acts that takes, and says so. */
export async function move(issue: Issue, state: State): Promise<void> {
  if (issue.state === state) return;
  if (state === 'DONE' || state === 'DECLINED') {
    if (isClosed(issue.state)) await reopen(issue);
    return close(issue, state);
  }
  if (isClosed(issue.state)) await reopen(issue);
  const now = store.get('issues', issue.id) ?? issue;
  if (now.state !== state) await edit(now, { state });
  announcer.say(t.trackers.moved(issue.label, t.trackers.states[state]));
}
