// In which order the issues of a tracker stand, and what heads them. Pure, but for what people are called.
import type { Issue } from '../../api/types';
import { STATES } from './moving';

export const SORTS = ['usual', 'due', 'priority', 'changed', 'opened', 'title'] as const;
export type Sort = (typeof SORTS)[number];
export const GROUPS = ['none', 'state', 'assignee', 'priority', 'label', 'type', 'due'] as const;
export type Grouping = (typeof GROUPS)[number];

type Order = (a: Issue, b: Issue) => number;
const PRIORITIES: Issue['priority'][] = ['URGENT', 'HIGH', 'NORMAL', 'LOW'];
const TYPES: Issue['type'][] = ['PROVISION_CONCERN', 'TASK', 'QUESTION', 'COMPANY_REQUEST', 'DECISION'];
const NEVER = '9';

const numbers = new WeakMap<Issue, number>();
/** The number in its label: the order in which it was opened, within its row. */
export function number(issue: Issue): number {
  let known = numbers.get(issue);
  if (known === undefined) numbers.set(issue, (known = Number(/\d+$/.exec(issue.label)?.[0] ?? 0)));
  return known;
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const newest: Order = (a, b) => number(b) - number(a);
const byDue: Order = (a, b) => text(a.due ?? NEVER, b.due ?? NEVER);
const ORDERS: Record<Sort, Order> = {
  usual: (a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || byDue(a, b) || newest(a, b),
  due: (a, b) => byDue(a, b) || newest(a, b),
  priority: (a, b) => PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) || byDue(a, b) || newest(a, b),
  changed: (a, b) => text(b.changedAt, a.changedAt) || newest(a, b),
  opened: (a, b) => text(b.openedAt, a.openedAt) || newest(a, b),
  title: (a, b) => a.title.localeCompare(b.title) || newest(a, b),
};

export const sorted = (issues: Issue[], by: Sort): Issue[] => issues.toSorted(ORDERS[by]);

/** What stands in a grouped list: the head of a group, or one issue of it. An issue with two labels is in both groups. */
export type Line = { key: string; group: string; count: number } | { key: string; issue: Issue };

/** How long until it is due, in the steps people think in; the last is for no date. */
export const DUES = ['overdue', 'week', 'month', 'later', 'none'] as const;
const DAY_MS = 86_400_000;
function untilDue(issue: Issue, today: string): (typeof DUES)[number] {
  if (issue.due === undefined) return 'none';
  const days = (Date.parse(issue.due) - Date.parse(today)) / DAY_MS;
  return days < 0 ? 'overdue' : days <= 7 ? 'week' : days <= 31 ? 'month' : 'later';
}

/** The groups an issue is in; empty for the one of those that have none. */
function groupsOf(issue: Issue, by: Grouping, today: string): string[] {
  switch (by) {
    case 'none': return [''];
    case 'state': return [issue.state];
    case 'priority': return [issue.priority];
    case 'type': return [issue.type];
    case 'due': return [untilDue(issue, today)];
    case 'assignee': return issue.assignees.length > 0 ? issue.assignees : [''];
    case 'label': return issue.labels.length > 0 ? issue.labels.map((label) => label.toLowerCase()) : [''];
  }
}

const FIXED: Partial<Record<Grouping, readonly string[]>> = { state: STATES, priority: PRIORITIES, type: TYPES, due: DUES };

/** Sorted issues as lines under the heads of their groups; `called` names a group, for those that stand by name. */
export function lines(issues: Issue[], by: Grouping, today: string, called: (group: string) => string): Line[] {
  if (by === 'none') return issues.map((issue) => ({ key: issue.id, issue }));
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    for (const group of groupsOf(issue, by, today)) {
      const held = groups.get(group);
      if (held) held.push(issue);
      else groups.set(group, [issue]);
    }
  }
  const fixed = FIXED[by];
  const order = fixed ? (a: string, b: string): number => fixed.indexOf(a) - fixed.indexOf(b) : (a: string, b: string): number => Number(a === '') - Number(b === '') || called(a).localeCompare(called(b));
  return [...groups.keys()].sort(order).flatMap((group): Line[] => {
    const held = groups.get(group) ?? [];
    return [{ key: `group ${group}`, group, count: held.length }, ...held.map((issue): Line => ({ key: `${group} ${issue.id}`, issue }))];
  });
}
