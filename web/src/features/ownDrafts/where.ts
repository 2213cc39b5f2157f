// Where a draft is written, by the name of its place: what it becomes, of what, and the page on which it goes on. Pure.
import type { Ref } from '../../api/types';

export type Becomes = 'thread' | 'reply' | 'issue' | 'action' | 'poll' | 'update' | 'edit';
export interface Where {
  becomes: Becomes;
  /** the thing or the place that it stands in; nothing where that is the workspace */
  of?: Ref;
  /** which part of it is edited */
  part?: string;
  /** the form opens with its page */
  form?: boolean;
}

const MADE: Record<string, Becomes> = { actions: 'action', polls: 'poll', updates: 'update', 'updates/draft': 'update' };

export function whereIs(place: string): Where {
  const [desk = '', entry] = place.split(' '); // made from a message, its form opens in the menu of that
  const [kind = '', id = '', ...rest] = desk.split(':');
  const from = entry === undefined ? undefined : ({ kind: 'entry', id: entry } as const);
  if (kind === 'edit') return { becomes: 'edit', of: { kind: id as Ref['kind'], id: rest[0] ?? '' }, part: id === 'entry' ? 'message' : rest[1] };
  if (kind === 'tracker') return { becomes: 'issue', of: from ?? { kind: 'tracker', id }, form: !from };
  if (kind === 'list') return { becomes: 'thread', of: { kind: 'list', id } };
  const made = MADE[kind];
  if (made) return { becomes: made, ...(from ? { of: from } : id ? { of: { kind: id as Ref['kind'], id: rest.join(':') } } : { form: made !== 'update' }) };
  return { becomes: 'reply', of: { kind: kind as Ref['kind'], id: [id, ...rest].join(':') } };
}

/** Names of places that have a draft, in a storage that keeps more. */
export function placesIn(storage: Storage, before: string): string[] {
  return Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '').filter((key) => key.startsWith(before)).map((key) => key.slice(before.length));
}
