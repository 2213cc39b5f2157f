import { expect, it } from 'vitest';
import type { EditionSegment, ProvisionPage } from '../../api/types';
import { bitsOf, citationOf, nameOf, partsOf, piecesOf, titleOf } from './text';

const segment = (of: Partial<EditionSegment>): EditionSegment => ({ kind: 'PARAGRAPH', level: 2, number: '', path: '', label: '', heading: '', text: '', hanging: 0, ...of });
const words = 'A platform shall remove content within 24 hours of notice.';

it('takes number and heading apart, and leaves no word out', () => {
  expect(piecesOf(segment({ number: 'b', heading: `(b) ${words}`, text: `(b) ${words}\n` }))).toEqual({ number: '(b)', heading: '', rest: words });
  expect(piecesOf(segment({ number: '3', heading: '3. Removal on notice', text: `3. Removal on notice\n${words}` }))).toEqual({ number: '3.', heading: 'Removal on notice', rest: words });
  expect(piecesOf(segment({ number: 'b', heading: '(b) remove content.', text: '(b) remove content.\nPage 1' }))).toEqual({ number: '(b)', heading: '', rest: 'remove content.\nPage 1' });
  expect(piecesOf(segment({ number: '3', text: words }))).toEqual({ number: '', heading: '', rest: words });
});

it('finds the parts of a text, with what belongs to the provisions in each', () => {
  const text = [
    segment({ kind: 'PART', level: 1, number: 'I', heading: 'PART I Removal', path: 'i', text: 'PART I Removal' }), segment({ path: 'i.3', level: 2, number: '3.', text: `3. ${words}`, hanging: 2 }),
    segment({ kind: 'PART', level: 1, number: 'II', heading: 'PART II Appeals', path: 'ii', text: 'PART II Appeals' }), segment({ path: 'ii.4', level: 2, number: '4.', text: '4. Appeals are heard.', hanging: 1 }),
  ];
  expect(partsOf(text)).toEqual([{ path: 'i', words: 'PART I Removal', level: 1, hanging: 2 }, { path: 'ii', words: 'PART II Appeals', level: 1, hanging: 1 }]);
});

it('takes the outermost provisions for parts where a text has none', () => {
  const text = [segment({ path: '1', level: 1, number: '1.', text: '1. Be kind.' }), segment({ path: '1.a', level: 2, number: '(a)', text: '(a) Always.' }), segment({ path: '2', level: 1, number: '2.', text: '2. No spam.' })];
  expect(partsOf(text).map((part) => part.words)).toEqual(['1. Be kind.', '2. No spam.']);
  expect(partsOf([])).toEqual([]);
});

it('names a provision shortly', () => {
  expect(nameOf(segment({ number: '(b)', text: `(b) ${words} ${words}` }))).toMatch(/^\(b\) A platform shall.*…$/);
});

it('finds words in a text, whatever the case, and keeps all of it', () => {
  const bits = bitsOf(words, 'HOURS of');
  expect(bits.filter((bit) => bit.hit).map((bit) => bit.words)).toEqual(['hours of']);
  expect(bits.map((bit) => bit.words).join('')).toBe(words);
  expect(bitsOf(words, 'x')).toEqual([{ words, hit: false }]);
  expect(bitsOf('aaaa', 'aa').filter((bit) => bit.hit)).toHaveLength(2);
});

it('takes the first sentence for the title of a concern', () => {
  expect(titleOf('24 hours is too short. A court order takes a week.')).toBe('24 hours is too short');
  expect(titleOf('Who decides?\nNobody says.')).toBe('Who decides?');
  expect(titleOf('هل يكفي يوم واحد؟ لا.')).toBe('هل يكفي يوم واحد؟');
  expect(titleOf('word '.repeat(60)).length).toBeLessThanOrEqual(120);
});

it('cites the provision as it stands, or the words that were marked', () => {
  const page = { instrument: { title: 'Code of Practice' }, edition: { dated: '2026-06-01' }, provision: segment({ provision: 'p1', label: 'I/3(b)', text: words }), above: [{ label: 'I', heading: 'Part I Removal' }] } as unknown as ProvisionPage;
  expect(citationOf(page)).toEqual({ document: 'Code of Practice, 2026-06-01', part: 'Part I Removal', number: 'I/3(b)', provision: 'p1', quote: words });
  expect(citationOf(page, '24 hours').quote).toBe('24 hours');
  expect(citationOf({ ...page, provision: segment({ text: 'x'.repeat(5000) }), above: [] })).toMatchObject({ quote: `${'x'.repeat(3999)}…` });
});
