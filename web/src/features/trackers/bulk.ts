// What one change asks of many issues, and what it takes to undo it. Pure.
import type { Issue, IssueEdit } from '../../api/types';
import type { State } from './moving';

/** A change of many: what it does not name stays as it is in each. */
export interface Change {
  state?: State;
  assignees?: string[];
  priority?: Issue['priority'];
  /** null takes the date away */
  due?: string | null;
  add: string[];
  remove: string[];
}

export const MOST_AT_ONCE = 500;

/** What is done to one issue: its fields, and the state it is brought to where that takes an act of its own. */
export interface Step { edit?: IssueEdit; state?: State }

export const isNothing = (change: Change): boolean =>
  change.state === undefined && change.assignees === undefined && change.priority === undefined && change.due === undefined && change.add.length + change.remove.length === 0;

/** Labels as they are typed, divided by commas; no two alike, whatever their case. */
export function labelsIn(words: string): string[] {
  const labels = new Map<string, string>();
  for (const one of words.split(',').map((label) => label.trim())) if (one !== '' && !labels.has(one.toLowerCase())) labels.set(one.toLowerCase(), one);
  return [...labels.values()];
}

function labelled(labels: string[], change: Change): string[] {
  const gone = new Set(change.remove.map((label) => label.toLowerCase()));
  const kept = labels.filter((label) => !gone.has(label.toLowerCase()));
  const there = new Set(kept.map((label) => label.toLowerCase()));
  return [...kept, ...change.add.filter((label) => !there.has(label.toLowerCase()))];
}

const same = (a: string[], b: string[]): boolean => a.length === b.length && a.every((one, i) => one === b[i]);

/** What a change means for one issue; undefined where it has all of it already. */
export function stepOf(issue: Issue, change: Change): Step | undefined {
  const edit: IssueEdit = {};
  const labels = labelled(issue.labels, change);
  if (!same(labels, issue.labels)) edit.labels = labels;
  if (change.assignees !== undefined && !same([...change.assignees].sort(), [...issue.assignees].sort())) edit.assignees = change.assignees;
  if (change.priority !== undefined && change.priority !== issue.priority) edit.priority = change.priority;
  if (change.due !== undefined && change.due !== (issue.due ?? null)) edit.due = change.due;
  const step: Step = Object.keys(edit).length > 0 ? { edit } : {};
  if (change.state !== undefined && change.state !== issue.state) step.state = change.state;
  return step.edit || step.state ? step : undefined;
}

/** The way back from a step: the fields that it changed, as they were. */
export function backFrom(issue: Issue, step: Step): Step {
  const back: Step = {};
  if (step.edit) {
    back.edit = {};
    if (step.edit.labels) back.edit.labels = issue.labels;
    if (step.edit.assignees) back.edit.assignees = issue.assignees;
    if (step.edit.priority) back.edit.priority = issue.priority;
    if (step.edit.due !== undefined) back.edit.due = issue.due ?? null;
  }
  if (step.state) back.state = issue.state;
  return back;
}
