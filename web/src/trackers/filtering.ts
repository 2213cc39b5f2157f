// What a filter of the tracker on screen is asked against: this reader, this day, these people.
import type { Issue } from '../api/types';
import { mySeat } from '../live/ours';
import { store } from '../live/store.svelte';
import { today } from '../ui/times';
import { parse, WrongTerm, type Asker } from './filter';

/** People and organisations as they are now: whoever is renamed is looked for anew. */
function asker(day: string): Asker {
  const seats = new Map(store.all('seats').map((seat) => [seat.id, seat]));
  const organisations = new Map(store.all('organisations').map((one) => [one.slug, one.name]));
  return {
    me: mySeat(), today: day, day: (instant) => today(new Date(instant)),
    seat: (id) => seats.get(id), organisation: (slug) => organisations.get(slug),
  };
}

/** The issues that a filter lets through, or what is wrong with it. */
export function filtered(q: string, day: string): { test: (issue: Issue) => boolean; wrong?: string } {
  if (q.trim() === '') return { test: () => true };
  try {
    return { test: parse(q, asker(day)) };
  } catch (error) {
    if (!(error instanceof WrongTerm)) throw error;
    return { test: () => true, wrong: error.message };
  }
}

/** Whether a filter says itself whether closed issues are meant. */
export const saysState = (q: string): boolean => /(^|\s)-?(state|is):/i.test(q);
