// What the filter of a tracker can be about, with the values that are there: the keys of `filter.ts`, in its order.
import type { Issue } from '../../api/types';
import type { Key, Value } from '../query/completing';
import { store } from '../../stream/store.svelte';
import { filtering } from '../../words/filtering';
import { issues as words } from '../../words/issues';
import { t } from '../../words/words';
import { STATES } from './moving';
import { stateName } from './stateName';

const says = filtering.offers;
const meant = (all: Record<string, string>): Value[] => Object.entries(all).map(([value, words]) => ({ value: value.toLowerCase(), says: words }));
const plainly = (all: Iterable<string>): Value[] => [...all].sort((a, b) => a.localeCompare(b)).map((value) => ({ value }));
const ahead = (): Value[] => [{ value: '<7d', says: says.week }, { value: 'today', says: t.when.today }, { value: '<31d', says: says.month }];
const past = (): Value[] => [{ value: 'today', says: t.when.today }, { value: '<7d', says: says.lastWeek }, { value: '<31d', says: says.lastMonth }];

/** Labels as they are written first; the same one in other letters is no other. */
function labelsOf(issues: readonly Issue[]): string[] {
  const all = new Map<string, string>();
  for (const label of issues.flatMap((issue) => issue.labels)) if (!all.has(label.toLowerCase())) all.set(label.toLowerCase(), label);
  return [...all.values()];
}

/** `issues`: those of the tracker, as far as they are read. */
export function offering(tracker: string, issues: readonly Issue[]): Key[] {
  const people = plainly(store.all('seats').filter((seat) => !seat.end).map((seat) => seat.name));
  const parties = plainly(store.all('organisations').map((one) => one.name));
  const own = store.get('trackers', tracker)?.arrangement.fields ?? [];
  const valuesOf = (kind: string, choices: string[]): Value[] => (kind === 'CHOICE' ? choices.map((value) => ({ value })) : kind === 'ORGANISATION' ? store.all('organisations').map((one) => ({ value: one.slug, says: one.name })) : kind === 'DATE' ? ahead() : []);
  return [
    { key: 'is', says: says.is, values: meant(says.stands) },
    { key: 'state', says: t.trackers.state, values: STATES.map((state) => ({ value: state.toLowerCase(), says: stateName(state, tracker) })) },
    { key: 'assignee', says: t.trackers.assignees, values: [{ value: 'me', says: says.me }, { value: 'none', says: t.trackers.nobody }, ...people] },
    { key: 'label', says: words.labels, values: [...plainly(labelsOf(issues)), { value: 'none', says: words.noLabels }] },
    { key: 'due', says: t.trackers.due, values: [...ahead(), { value: 'overdue', says: words.overdue }, { value: 'none', says: t.trackers.noDue }] },
    { key: 'priority', says: words.priority, values: meant(t.enums.priorities) },
    { key: 'type', says: words.type, values: meant(t.enums.issueTypes) },
    { key: 'org', says: t.common.organisation, values: parties },
    { key: 'by', says: t.trackers.openedBy, values: [{ value: 'me', says: says.me }, ...people] },
    { key: 'opened', says: says.opened, values: past() },
    { key: 'changed', says: says.changed, values: past() },
    { key: 'provision', says: t.trackers.provision, values: [] },
    { key: 'has', says: says.has, values: meant(says.having) },
    ...own.map((field) => ({ key: `field.${field.id}`, says: field.name, values: [...valuesOf(field.kind, field.choices ?? []), { value: 'none', says: t.common.none }] })),
  ];
}
