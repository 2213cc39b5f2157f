// A saved view and the address that shows the same: pure.
import type { Showing } from '../../api/types';

/** What of an address belongs to the view; the rest of it is about something else. */
export const PARTS = ['view', 'q', 'who', 'closed', 'sort', 'group'] as const;
/** Names the saved view that an address began with. */
export const SAVED = 'saved';

export type Whole = Required<Showing>;

export const USUAL: Whole = { layout: 'list', filter: '', mine: false, closed: false, sort: 'usual', group: 'none' };

/** The address of a view: what is as usual goes without saying. */
export function queryOf(showing: Partial<Showing>, saved: string): URLSearchParams {
  const of = { ...USUAL, ...showing };
  const query = new URLSearchParams({ [SAVED]: saved });
  if (of.layout !== USUAL.layout) query.set('view', of.layout);
  if (of.filter !== '') query.set('q', of.filter);
  if (of.mine) query.set('who', 'mine');
  if (of.closed) query.set('closed', '');
  if (of.sort !== USUAL.sort) query.set('sort', of.sort);
  if (of.group !== USUAL.group) query.set('group', of.group);
  return query;
}

/** Whether an address says of the view only which saved one it is. */
export const isBare = (query: URLSearchParams): boolean => query.has(SAVED) && !PARTS.some((part) => query.has(part));

export function same(a: Partial<Showing>, b: Partial<Showing>): boolean {
  const [one, other] = [{ ...USUAL, ...a }, { ...USUAL, ...b }];
  return (Object.keys(USUAL) as (keyof Whole)[]).every((part) => one[part] === other[part]);
}
