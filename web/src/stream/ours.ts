// Questions every view asks about the open workspace.
import type { Ref } from '../api/types';
import { label } from '../features/audience/audience';
import { kindOf } from '../features/index';
import { lookedAs } from './look';
import { store } from './store.svelte';

export const slug = (): string => store.head?.slug ?? '';
export const mySeat = (): string => store.head?.seat ?? '';
export const myOrganisation = (): string => store.get('seats', mySeat())?.organisation ?? '';
/** Whether something is this seat's own: said by it, or by one it took over from (rule R6). */
export function mine(seat: string): boolean {
  for (let one: string | undefined = seat; one !== undefined; one = store.get('seats', one)?.successor) if (one === mySeat()) return true;
  return false;
}
export const isConvenor = (): boolean => store.head?.role === 'CONVENOR' && looking() === undefined;
export const isLiaison = (): boolean => store.head?.role === 'LIAISON' && looking() === undefined;
/** The company as whose liaisons this tab sees the workspace; undefined for one's own eyes. */
export const looking = (): string | undefined => lookedAs(slug());
export type Closed = 'workspace' | 'organisation' | 'list' | 'tracker';
/** What takes nothing new: the workspace, one's own organisation, or the place that a thing is in; undefined if all is open. */
export function closedBy(of?: Ref): Closed | undefined {
  if (store.head?.archived) return 'workspace';
  if (store.get('organisations', myOrganisation())?.archived) return 'organisation';
  for (let one = of; one !== undefined; ) {
    const thing: unknown = store.thing(one);
    if ((thing as { archived?: string } | undefined)?.archived) return one.kind as Closed;
    one = thing === undefined ? undefined : kindOf(one.kind)?.within?.(thing as never);
  }
  return undefined;
}
/** Whether one can say something, there if a thing or place is given. */
export const mayWrite = (of?: Ref): boolean => store.head !== undefined && store.head.role !== 'OBSERVER' && looking() === undefined && closedBy(of) === undefined;
/** What holds the audience of a thing down: that of what it hangs on, or of the place it is in. */
export function containerOf(of: Ref): string {
  const thing = store.thing(of);
  return (thing === undefined ? undefined : store.audienceOf(kindOf(of.kind)?.within?.(thing))) ?? 'EVERYONE';
}

export const organisationName = (of: string): string => store.get('organisations', of)?.name ?? of;
export const audienceLabel = (audience: string): string => label(audience, organisationName);
/** Seats that are taken now, by name. */
export const activeSeats = () => store.all('seats').filter((seat) => !seat.end).sort((a, b) => a.name.localeCompare(b.name));
