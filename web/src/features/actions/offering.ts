// What a filter of actions can be about, with the values that are there: the keys of `filter.ts`, in its order.
import type { Key, Value } from '../query/completing';
import { store } from '../../stream/store.svelte';
import { acting } from '../../words/actions';
import { filtering } from '../../words/filtering';
import { planning } from '../../words/planning';
import { t } from '../../words/words';
import { KINDS, SIDES, small, STATES, STRATEGIES } from './filter';

const says = filtering.offers;
const words = filtering.actions;
const meant = (all: Record<string, string>): Value[] => Object.entries(all).map(([value, meaning]) => ({ value: value.replaceAll('_', '-'), says: meaning }));
const named = (all: readonly string[], called: Partial<Record<string, string>>): Value[] => all.map((one) => ({ value: small(one), says: called[one] }));
const plainly = (all: string[]): Value[] => all.sort((a, b) => a.localeCompare(b)).map((value) => ({ value }));
const past = (): Value[] => [{ value: 'today', says: t.when.today }, { value: '<7d', says: says.lastWeek }, { value: '<31d', says: says.lastMonth }];

export function offering(): Key[] {
  const people = (): Value[] => [{ value: 'me', says: says.me }, ...plainly(store.all('seats').filter((seat) => !seat.end).map((seat) => seat.name))];
  const parties = (): Value[] => plainly(store.all('organisations').map((one) => one.name));
  return [
    { key: 'is', says: says.is, values: meant(words.stands) },
    { key: 'kind', says: planning.actions.kind, values: [{ value: 'event', says: words.anyEvent }, ...named(KINDS, t.enums.actionKinds)] },
    { key: 'state', says: t.trackers.state, values: named(STATES, t.enums.actionStates) },
    { key: 'owner', says: planning.actions.owner, values: people() },
    { key: 'org', says: t.common.organisation, values: parties() },
    { key: 'asked', says: words.keys.asked, values: parties() },
    { key: 'side', says: words.keys.side, values: named(SIDES, t.enums.sides) },
    { key: 'starts', says: words.keys.starts, values: [{ value: 'today', says: t.when.today }, { value: 'today..7d', says: words.keys.nextWeek }, { value: 'today..31d', says: words.keys.nextMonth }, { value: 'none', says: t.common.none }] },
    { key: 'due', says: words.keys.due, values: [{ value: '<7d', says: says.week }, { value: 'today', says: t.when.today }, { value: 'overdue', says: words.overdue }, { value: '<31d', says: says.month }, { value: 'none', says: t.common.none }] },
    { key: 'strategy', says: acting.strategies, values: [...named(STRATEGIES, acting.strategyWords), { value: 'none', says: t.common.none }] },
    { key: 'by', says: words.keys.by, values: people() },
    { key: 'planned', says: words.keys.planned, values: past() },
    { key: 'changed', says: says.changed, values: past() },
    { key: 'place', says: words.keys.place, values: [] },
    { key: 'has', says: says.has, values: meant(words.having) },
  ];
}
