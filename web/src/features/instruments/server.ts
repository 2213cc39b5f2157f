// What the pages of instruments ask of the server.
import { api } from '../../api/api';
import type * as T from '../../api/types';

type Item = T.HangingItem['kind'];
const asked = (path: string, query: Record<string, string | number | undefined>): string => {
  const search = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
  return search.size > 0 ? `${path}?${search.toString()}` : path;
};
const provision = (w: string, slug: string, path: string, ...rest: string[]): string => api.at(w, 'instruments', slug, 'provisions', path, ...rest);

export const server = {
  all: (w: string, before?: string) => api.read<T.InstrumentPage>(asked(api.at(w, 'instruments'), { before })),
  text: (w: string, slug: string, edition?: number, after?: string) => api.read<T.InstrumentText>(asked(api.at(w, 'instruments', slug), { edition, after })),
  comparison: (w: string, slug: string, from?: number, to?: number, changed = false, after?: string) => api.read<T.EditionComparison>(asked(api.at(w, 'instruments', slug, 'comparison'), { from, to, changed: String(changed), after })),
  provision: (w: string, slug: string, path: string, edition?: number) => api.read<T.ProvisionPage>(asked(provision(w, slug, path), { edition })),
  hanging: (w: string, slug: string, path: string, before?: string) => api.read<T.HangingPage>(asked(provision(w, slug, path, 'hanging'), { before })),
  /** The address at which an item is linked to a provision. */
  linkTo: (w: string, { instrument, path }: Pick<T.CitedProvision, 'instrument' | 'path'>): string => provision(w, instrument, path, 'citations'),
  unlink: (w: string, { instrument, path }: T.CitedProvision, kind: Item, id: string) => api.discard(provision(w, instrument, path, 'citations', kind, id)),
  cited: (w: string, kind: Item, id: string) => api.read<T.CitedProvisionPage>(api.at(w, 'citations', kind, id)),
  readText: (w: string, of: T.NewInstrument, key: string) => api.ask<T.Outline>(api.at(w, 'instruments'), of, key),
  outlines: (w: string) => api.read<{ items: T.Outline[] }>(api.at(w, 'readings')),
  outline: (w: string, id: string, after?: string) => api.read<T.Outline>(asked(api.at(w, 'readings', id), { after })),
  correct: (w: string, id: string, version: number, corrections: T.OutlineCorrection[], key: string) => api.ask<T.Outline>(api.at(w, 'readings', id, 'corrections'), { version, corrections }, key),
  discard: (w: string, id: string) => api.discard(api.at(w, 'readings', id)),
};
