// What is seen of a tracker. The address is the state: the way it is laid out, filter, order and groups stand in its
// query, so that a link, a reload and a saved view show the same. What is sorted and what passed a filter is kept, and
// only issues that changed are looked at again.
import { SvelteSet } from 'svelte/reactivity';
import type { Issue } from '../../api/types';
import { mySeat } from '../../stream/ours';
import { store } from '../../stream/store.svelte';
import { here } from '../../shell/router/here.svelte';
import { now } from '../../ui/now.svelte';
import { today } from '../../ui/times';
import { beside } from './beside.svelte';
import { filtered, saysState } from './filtering';
import { isClosed } from './moving';
import { GROUPS, lines, SORTS, sorted, type Grouping, type Line, type Sort } from './order';
import { groupName } from './groupName';
import { isBare, queryOf, SAVED, type PARTS, type Whole } from './saved';

export const LAYOUTS = ['list', 'board', 'calendar'] as const;
export type Layout = (typeof LAYOUTS)[number];

const oneOf = <V extends string>(all: readonly V[], asked: string | null): V => all.find((one) => one === asked) ?? (all[0] as V);

export class Sight {
  layout = $derived<Layout>(oneOf(LAYOUTS, here.query.get('view')));
  q = $derived(here.query.get('q') ?? '');
  who = $derived<'all' | 'mine'>(here.query.get('who') === 'mine' ? 'mine' : 'all');
  withClosed = $derived(here.query.has('closed') || saysState(this.q));
  sort = $derived<Sort>(oneOf(SORTS, here.query.get('sort')));
  group = $derived<Grouping>(oneOf(GROUPS, here.query.get('group')));

  #key: () => string;
  #day = $derived(today(now.at));
  #filter = $derived.by(() => filtered(this.q, this.#day));
  wrong = $derived(this.#filter.wrong);
  all = $derived.by(() => sorted(store.all('issues').filter((issue) => issue.tracker === this.#key()), this.sort));
  /** what came while its reader points at the list: it waits, so that nothing moves under the pointer */
  held = new SvelteSet<string>();
  shown = $derived.by(() => (this.held.size === 0 ? this.passing : this.passing.filter((issue) => !this.held.has(issue.id))));
  passing = $derived.by(() => {
    const { test } = this.#filter;
    const mine = this.who === 'mine' ? mySeat() : undefined;
    const closed = this.layout === 'board' || this.withClosed;
    return this.all.filter((issue) => issue.id === beside.issue || ((closed || !isClosed(issue.state)) && (mine === undefined || issue.assignees.includes(mine)) && test(issue)));
  });
  lines = $derived.by<Line[]>(() => lines(this.shown, this.group, this.#day, (group) => groupName(this.group, group, this.tracker)));

  constructor(key: () => string) {
    this.#key = key;
  }

  /** The saved view that this began with; none where it is not there, or not for this reader. */
  saved = $derived.by(() => {
    const view = store.get('views', here.query.get(SAVED) ?? undefined);
    return view?.tracker === this.#key() ? view : undefined;
  });
  /** A view was asked for, and there is none. */
  noView = $derived(here.query.has(SAVED) && store.head !== undefined && this.saved === undefined);
  showing = $derived<Whole>({ layout: this.layout, filter: this.q, mine: this.who === 'mine', closed: here.query.has('closed'), sort: this.sort, group: this.group });

  /** An address that only names a saved view shows what that shows. */
  unfold = (): void => {
    if (!this.saved || !isBare(here.query)) return;
    const query = new URLSearchParams([...here.query, ...queryOf(this.saved.showing, this.saved.id)].filter(([name], i) => name !== SAVED || i >= here.query.size));
    if (query.toString() !== here.query.toString()) here.go(`${here.path}?${query}`, { replace: true });
  };

  get tracker(): string {
    return this.#key();
  }

  has = (issue: Issue): boolean => this.shown.includes(issue);

  /** The same address with one thing of it otherwise. */
  ask = (name: (typeof PARTS)[number], value: string | undefined): void => {
    const query = new URLSearchParams(here.query);
    if (value === undefined) query.delete(name);
    else query.set(name, value);
    here.go(`${here.path}${query.size > 0 ? `?${query}` : ''}`, { replace: true });
  };
}
