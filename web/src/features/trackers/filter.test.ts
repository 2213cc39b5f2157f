import { describe, expect, it } from 'vitest';
import raw from '../../../../server/workspace/src/test/resources/filters/cases.json?raw';
import type { Issue } from '../../api/types';
import { WrongTerm, type Asker } from '../query/language';
import { parse } from './filter';

interface Cases {
  today: string; me: string; issues: Issue[];
  seats: { id: string; name: string; organisation: string }[];
  organisations: { slug: string; name: string }[];
  cases: { q: string; finds?: string[]; wrong?: string }[];
}
const all = JSON.parse(raw) as Cases;
const asker: Asker = {
  me: all.me, today: all.today, day: (instant) => instant.slice(0, 10),
  seat: (id) => all.seats.find((seat) => seat.id === id), organisation: (slug) => all.organisations.find((one) => one.slug === slug)?.name,
};

describe('a filter', () => {
  it.each(all.cases)('$q is read as the server reads it', ({ q, finds, wrong }) => {
    if (wrong !== undefined) {
      let why: unknown;
      try { parse(q, asker); } catch (error) { why = error; }
      expect(why).toBeInstanceOf(WrongTerm);
      expect((why as WrongTerm).term).toBe(wrong);
    } else {
      const test = parse(q, asker);
      expect(all.issues.filter(test).map((issue) => issue.label)).toEqual(finds);
    }
  });

  it('looks again at what changed and at nothing else', () => {
    let looks = 0;
    const watched = (i: number): Issue => Object.defineProperty({ ...(all.issues[i % 4] as Issue), id: `i${i}` }, 'title', { get: () => (looks++, `Provision ${i}`) }) as Issue;
    const many = Array.from({ length: 5000 }, (_, i) => watched(i));
    const test = parse('provision', asker);
    expect(many.filter(test)).toHaveLength(5000);
    expect(looks).toBe(5000);
    many[7] = watched(7);
    expect(many.filter(test)).toHaveLength(5000);
    expect(looks).toBe(5001);
    expect(many.filter(parse('"provision 4999"', asker))).toHaveLength(1);
    expect(looks, 'another filter reads the words that are known').toBe(5001);
  });

  it('is refused where it is a bomb', () => {
    for (const piece of ['a ', 'label:x,', '"', '-', 'due:<1d,']) expect(() => parse(piece.repeat(100_000), asker)).toThrow(WrongTerm);
  });
});
