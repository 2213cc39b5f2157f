import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt';
import { blocks, folded, MOST_PARTS } from './linkify';
import { markdown } from './markdown';
import { plain } from './prose';

// What a stranger writes is read in every reader's tab. A reading whose time grows with the square of a shape would take
// minutes for these, and the test would run out of its own.
const OCTETS = 100_000;
const fill = (piece: string, length = OCTETS): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const each = (count: number, make: (i: number) => string): string => Array.from({ length: count }, (_, i) => make(i)).join('');

const SHAPES: Record<string, string> = {
  'quotes in each other': fill('>'),
  'lines that are quoted': fill('> x\n'),
  'quotes of growing depth': each(440, (i) => `${'>'.repeat(i)} x\n`),
  'quotes with their openings': fill('On Monday Bola wrote:\n\n> x\n\n'),
  'heads of letters': fill('x\nFrom: a@b.c\nSubject: x\nDate: y\n'),
  'blanks before a word': `${fill(' ')}x`,
  tabs: fill('\t'),
  'blanks behind a rule': `--${fill(' ')}x`,
  'blanks behind a bar': `|${fill(' ')}x`,
  'blank lines': fill('\n'),
  dashes: `${fill('-')}x`,
  'marks of signatures': fill('-- \n'),
  links: fill('http://x.example/( '),
  addresses: fill('@a.'),
  brackets: fill('['),
  stars: fill('*a **b '),
  'a table': `${fill('|a', 3_000)}\n${fill('|-', 3_000)}\n${fill('|b|c\n', 90_000)}`,
  'lists in each other': fill('- > - > '),
};

describe('a text that was made to be dear', () => {
  it.each(Object.entries(SHAPES))('is read in no time: %s', (_, text) => {
    for (const { blocks: laid } of [folded(text, true), folded(text)]) expect(laid.length).toBeLessThanOrEqual(MOST_PARTS);
    expect(markdown(text).nodes).toBeDefined();
    expect(excerptOf(text).length).toBeLessThanOrEqual(220);
  });

  it('stands as it was written where it is longer than the server keeps', () => {
    const line = fill('memo ', 1_000_000);
    expect(folded(line, true)).toEqual({ blocks: [{ kind: 'text', parts: [{ text: line }] }], beyond: true });
    expect(markdown(line).beyond).toBe(true);
  });

  it('stands as it was written where it has more links than a page bears', () => {
    const links = fill('http://a.b ', 90_000);
    expect(folded(links, true)).toEqual({ blocks: [{ kind: 'text', parts: [{ text: links }] }], beyond: true });
    expect(blocks(links).flatMap((block) => block.parts).length).toBeGreaterThan(MOST_PARTS);
  });

  it('has no links where a post has more of them than a page bears', () => {
    const links = fill('http://a.b ', 99_000);
    expect(plain(links)).toEqual([{ tag: 'p', children: [{ text: links }] }]);
    expect(plain(fill('http://a.b ', 9_000))[0]?.children?.length).toBeGreaterThan(1_000);
  });

  it('is laid out as ever where it is a letter of somebody', () => {
    const letter = 'Yes, on Thursday.\n\nOn Monday Bola wrote:\n> The call is on Thursday.\n\n-- \nAda';
    expect(folded(letter, true)).toEqual({ blocks: blocks(letter, true) });
    expect(folded(letter, true).blocks.map((block) => block.kind)).toEqual(['text', 'quote', 'signature']);
  });
});
