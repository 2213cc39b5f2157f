// Which files are asked for: the address is the state, so that a link, a reload and "back" show the same. The words of a
// name stand after `#`, where no server, proxy or log is told of them.
import type { FileQuery } from '../../api/types';
import { here } from '../../shell/router/here.svelte';

export const KINDS = ['PICTURE', 'DOCUMENT', 'TABLE', 'AUDIO', 'VIDEO', 'ARCHIVE', 'OTHER'] as const;
export const SORTS = ['NEWEST', 'NAME', 'SIZE'] as const;
export const FILTERS = ['kind', 'audience', 'seat', 'organisation', 'place', 'since', 'until', 'sort'] as const;
export type Filter = (typeof FILTERS)[number];

export const valueOf = (filter: Filter): string => here.query.get(filter) ?? '';
export const nameAsked = (): string => new URLSearchParams(here.hash.slice(1)).get('q')?.trim() ?? '';
export const isFiltered = (): boolean => nameAsked() !== '' || FILTERS.some((one) => one !== 'sort' && here.query.has(one));

/** Another filter, or none; the rest stays. */
export function ask(filter: Filter, value: string): void {
  const query = new URLSearchParams(here.query);
  if (value === '') query.delete(filter);
  else query.set(filter, value);
  go(query, nameAsked());
}
export const askName = (name: string): void => go(here.query, name.trim());
export function clear(): void {
  const sort = valueOf('sort');
  go(new URLSearchParams(sort && { sort }), '');
}
function go(query: URLSearchParams, name: string): void {
  const hash = name === '' ? '' : `#${new URLSearchParams({ q: name })}`;
  here.go(`${here.path}${query.size > 0 ? `?${query}` : ''}${hash}`, { replace: true });
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** The beginning of a day, or of the one after it, where the reader is. */
export function instantOf(day: string, after = 0): string | undefined {
  if (!DAY.test(day)) return undefined;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + after).toISOString();
}

const known = <V extends string>(all: readonly V[], value: string): V | undefined => all.find((one) => one === value);
export const query = (): FileQuery => ({
  kind: known(KINDS, valueOf('kind')), sort: known(SORTS, valueOf('sort')), audience: valueOf('audience') || undefined, seat: valueOf('seat') || undefined,
  organisation: valueOf('organisation') || undefined, place: valueOf('place') || undefined, since: instantOf(valueOf('since')), until: instantOf(valueOf('until'), 1), q: nameAsked() || undefined,
});
