import { describe, expect, it } from 'vitest';
import raw from '../../../../server/workspace/src/test/resources/filters/actions.json?raw';
import type { Action } from '../../api/types';
import { WrongTerm } from '../query/language';
import { parse, type ActionAsker } from './filter';

interface Cases {
  today: string; me: string; actions: Action[];
  seats: { id: string; name: string; organisation: string }[];
  organisations: { slug: string; name: string; side: string }[];
  cases: { q: string; finds?: string[]; wrong?: string }[];
}
const all = JSON.parse(raw) as Cases;
const organisation = (slug: string | undefined) => all.organisations.find((one) => one.slug === slug);
const asker: ActionAsker = {
  me: all.me, today: all.today, day: (instant) => instant.slice(0, 10),
  seat: (id) => all.seats.find((seat) => seat.id === id), organisation: (slug) => organisation(slug)?.name, sideOf: (slug) => organisation(slug)?.side,
};

describe('a filter of actions', () => {
  it.each(all.cases)('$q is read as the server reads it', ({ q, finds, wrong }) => {
    if (wrong !== undefined) {
      let why: unknown;
      try { parse(q, asker); } catch (error) { why = error; }
      expect(why).toBeInstanceOf(WrongTerm);
      expect((why as WrongTerm).term).toBe(wrong);
    } else {
      expect(all.actions.filter(parse(q, asker)).map((action) => action.id)).toEqual(finds);
    }
  });
});
