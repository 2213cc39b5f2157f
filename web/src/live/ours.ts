// Questions every view asks about the open workspace.
import { label } from '../audience/audience';
import { lookedAs } from './look';
import { store } from './store.svelte';

export const slug = (): string => store.head?.slug ?? '';
export const mySeat = (): string => store.head?.seat ?? '';
export const myOrganisation = (): string => store.get('seats', mySeat())?.organisation ?? '';
export const isConvenor = (): boolean => store.head?.role === 'CONVENOR' && looking() === undefined;
export const isLiaison = (): boolean => store.head?.role === 'LIAISON' && looking() === undefined;
/** The company as whose liaisons this tab sees the workspace; undefined for one's own eyes. */
export const looking = (): string | undefined => lookedAs(slug());
export const mayWrite = (): boolean => store.head !== undefined && store.head.role !== 'OBSERVER' && looking() === undefined;
export const organisationName = (of: string): string => store.get('organisations', of)?.name ?? of;
export const audienceLabel = (audience: string): string => label(audience, organisationName);
/** Seats that are taken now, by name. */
export const activeSeats = () => store.all('seats').filter((seat) => !seat.end).sort((a, b) => a.name.localeCompare(b.name));
