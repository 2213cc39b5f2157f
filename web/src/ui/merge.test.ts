import { expect, it } from 'vitest';
import { caughtUp, differences, merged } from './merge';

const base = 'Removal within 24 hours.\n\nToo short for small platforms.\n\nAsk the agency.';

it('keeps the changes of both where they are apart', () => {
  const mine = base.replace('24 hours', '48 hours');
  const theirs = base.replace('Ask the agency.', 'Ask the agency in writing.');
  expect(merged(base, mine, theirs)).toBe('Removal within 48 hours.\n\nToo short for small platforms.\n\nAsk the agency in writing.');
  expect(merged(base, theirs, mine)).toBe(merged(base, mine, theirs));
});

it('keeps what both wrote at different places, and what one took away', () => {
  expect(merged(base, `${base}\n\nMine.`, base.replace('\n\nToo short for small platforms.', ''))).toBe('Removal within 24 hours.\n\nAsk the agency.\n\nMine.');
});

it('leaves to a person what both changed at the same place', () => {
  expect(merged(base, base.replace('24', '48'), base.replace('24', '72'))).toBeUndefined();
  expect(merged('one', 'mine', 'theirs')).toBeUndefined();
  expect(merged(base, `${base}\nmine`, `${base}\ntheirs`)).toBeUndefined();
});

it('takes the one change where the other has none, and one where both are the same', () => {
  expect(merged(base, base, 'new')).toBe('new');
  expect(merged(base, 'new', base)).toBe('new');
  expect(merged(base, 'new', 'new')).toBe('new');
});

it('never loses a line of either: whatever is merged has every line that one of them added', () => {
  let seed = 7;
  const random = (n: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % n;
  let merges = 0;
  for (let round = 0; round < 500; round++) {
    const lines = Array.from({ length: 3 + random(8) }, (_, i) => `line ${i}`);
    const edit = (who: string): string => {
      const own = [...lines];
      own.splice(random(own.length), random(2), ...Array.from({ length: random(3) }, (_, i) => `${who} ${round} ${i}`));
      return own.join('\n');
    };
    const [mine, theirs] = [edit('mine'), edit('theirs')];
    const one = merged(lines.join('\n'), mine, theirs);
    if (one === undefined) continue;
    merges++;
    for (const text of [mine, theirs]) for (const line of text.split('\n')) if (!line.startsWith('line')) expect(one.split('\n')).toContain(line);
    for (const line of lines) expect(one.split('\n').includes(line)).toBe(mine.split('\n').includes(line) && theirs.split('\n').includes(line));
  }
  expect(merges).toBeGreaterThan(100);
});

it('shows a text as what is gone, what is new and what stayed', () => {
  expect(differences('within 24 hours of notice', 'within 48 hours of a notice')).toEqual([
    { kind: 'same', text: 'within ' }, { kind: 'gone', text: '24' }, { kind: 'new', text: '48' }, { kind: 'same', text: ' hours of' }, { kind: 'new', text: ' a' }, { kind: 'same', text: ' notice' },
  ]);
  for (const [a, b] of [['', 'x y'], ['x y', ''], ['same', 'same'], ['a b c', 'c b a']] as const) {
    const pieces = differences(a, b);
    expect(pieces.filter((p) => p.kind !== 'new').map((p) => p.text).join('')).toBe(a);
    expect(pieces.filter((p) => p.kind !== 'gone').map((p) => p.text).join('')).toBe(b);
  }
});

it('does not hang on texts that have nothing in common', () => {
  const long = (word: string): string => Array.from({ length: 20_000 }, (_, i) => `${word}${i}`).join(' ');
  expect(differences(long('a'), long('b'))).toHaveLength(2);
  expect(merged('x', long('a').replaceAll(' ', '\n'), long('b').replaceAll(' ', '\n'))).toBeUndefined();
});

it('has a form show what was saved meanwhile, and keep what was typed into it', () => {
  const base = { title: 'Call', place: 'Abuja', strategies: ['RESEARCH'] };
  expect(caughtUp(base, base, { ...base, title: 'Joint call' })).toEqual({ ...base, title: 'Joint call' });
  expect(caughtUp({ ...base, place: 'Lagos' }, base, { ...base, strategies: [] })).toEqual({ title: 'Call', place: 'Lagos', strategies: [] });
  expect(caughtUp({ ...base, title: 'Joint call' }, base, { ...base, title: 'Joint call' })).toEqual({ ...base, title: 'Joint call' });
  expect(caughtUp({ ...base, title: 'Mine' }, base, { ...base, title: 'Theirs' })).toBeUndefined();
});
