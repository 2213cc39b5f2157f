// What a filter of the tracker on screen is asked against: this reader, this day, these people.
import type { Issue } from '../api/types';
import { mySeat } from '../live/ours';
import { store } from '../live/store.svelte';
import { now } from '../ui/now.svelte';
import { today } from '../ui/times';
import { parse, WrongTerm, type Asker } from './filter';

function asker(): Asker {
  return {
    me: mySeat(), today: today(now.at), day: (instant) => today(new Date(instant)),
    seat: (id) => store.get('seats', id), organisation: (slug) => store.get('organisations', slug)?.name,
  };
}

/** The issues that a filter lets through, or what is wrong with it. */
export function filtered(q: string): { test: (issue: Issue) => boolean; wrong?: string } {
  try {
    return { test: parse(q, asker()) };
  } catch (error) {
    if (!(error instanceof WrongTerm)) throw error;
    return { test: () => true, wrong: error.message };
  }
}

/** Whether a filter says itself whether closed issues are meant. */
export const saysState = (q: string): boolean => /(^|\s)-?(state|is):/i.test(q);
