// What a filter is asked against: this reader, this day, these people.
import { mySeat } from '../../stream/ours';
import { store } from '../../stream/store.svelte';
import { today } from '../../ui/times';
import { filtering } from '../../words/filtering';
import { WrongTerm, type Asker, type Test } from './language';

/** People and organisations as they are now: anyone who is renamed is looked for anew. */
export function asker(day: string): Asker {
  const seats = new Map(store.all('seats').map((seat) => [seat.id, seat]));
  const organisations = new Map(store.all('organisations').map((one) => [one.slug, one.name]));
  return {
    me: mySeat(), today: day, day: (instant) => today(new Date(instant)),
    seat: (id) => seats.get(id), organisation: (slug) => organisations.get(slug),
  };
}

/** What a filter lets through, or what is wrong with it; one that is empty or wrong lets all through. */
export function filteredBy<T>(q: string, parse: () => Test<T>): { test: Test<T>; wrong?: string } {
  if (q.trim() === '') return { test: () => true };
  try {
    return { test: parse() };
  } catch (error) {
    if (!(error instanceof WrongTerm)) throw error;
    return { test: () => true, wrong: inWords(error) };
  }
}

/** As the server says it, in the language in use. */
const inWords = ({ term, why, values }: WrongTerm): string => (filtering.wrong[why] as (...said: (string | number)[]) => string)(term, ...values);
