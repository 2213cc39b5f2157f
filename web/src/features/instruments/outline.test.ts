import { expect, it } from 'vitest';
import type { OutlineSegment } from '../../api/types';
import { corrected, furniture, joined, lineOf, likelyFrom, placesOf, rowsOf, stepped, type Row } from './outline';

const segment = (line: number, level: number, text: string, kind: OutlineSegment['kind'] = 'PARAGRAPH'): OutlineSegment => ({ line, kind, level, number: '', path: '', heading: '', text });
const draft = (): Row[] => rowsOf([
  segment(1, 1, 'PART I Removal\n', 'PART'), segment(2, 2, '3. A platform shall remove content (a) after notice; (b) within 24 hours.\n'),
  segment(3, 0, 'Page 4 of 12\n', 'FURNITURE'), segment(4, 2, '4. Appeals are heard.\n'),
]);
const text = (rows: Row[]): string => rows.map((row) => row.text).join('');

it('keeps every character of the text, whatever is split and joined', () => {
  const whole = text(draft());
  const split = corrected(draft(), { change: 'SPLIT', line: 2, at: 35 });
  expect(split.map((row) => row.line)).toEqual([1, 2, 3, 4, 5]);
  expect(text(split)).toBe(whole);
  expect(split[2]?.text).toMatch(/^\(a\)/);
  const again = corrected(split, { change: 'JOIN', line: 3 });
  expect(text(again)).toBe(whole);
  expect(again.map((row) => row.line)).toEqual([1, 2, 3, 4]);
});

it('splits nowhere that would leave an empty row, and joins nothing to nothing', () => {
  const rows = draft();
  expect(corrected(rows, { change: 'SPLIT', line: 1, at: rows[0]?.text.length })).toBe(rows);
  expect(corrected(rows, { change: 'JOIN', line: 1 })).toBe(rows);
  expect(joined(rows, 1)).toBeUndefined();
  expect(corrected(rows, { change: 'SET_LEVEL', line: 9, level: 1 })).toBe(rows);
});

it('goes one level deeper than what is above at most, over furniture too', () => {
  const rows = draft();
  expect(stepped(rows, 4, 1)).toEqual({ change: 'SET_LEVEL', line: 4, level: 3 });
  expect(stepped(corrected(rows, { change: 'SET_LEVEL', line: 4, level: 3 }), 4, 1)).toBeUndefined();
  expect(stepped(rows, 4, -1)).toEqual({ change: 'SET_LEVEL', line: 4, level: 1 });
  expect(stepped(rows, 1, -1)).toBeUndefined();
  expect(stepped(rows, 1, 1)).toBeUndefined();
  expect(stepped(rows, 3, 1)).toBeUndefined();
});

it('marks furniture, and takes it back', () => {
  const rows = draft();
  expect(furniture(rows, 4)).toEqual({ change: 'SET_KIND', line: 4, kind: 'FURNITURE' });
  expect(furniture(rows, 3)).toEqual({ change: 'SET_KIND', line: 3, kind: 'PARAGRAPH' });
  expect(corrected(rows, { change: 'SET_KIND', line: 4, kind: 'FURNITURE' })[3]).toMatchObject({ kind: 'FURNITURE', level: 0 });
});

it('keeps the key of a row when the server says the same rows, and gives a new one what is new', () => {
  const rows = draft();
  expect(rowsOf(rows, rows).map((row) => row.key)).toEqual(rows.map((row) => row.key));
  const split = corrected(rows, { change: 'SPLIT', line: 2, at: 35 });
  expect(new Set(split.map((row) => row.key)).size).toBe(5);
});

it('finds where a provision is likely to begin', () => {
  const places = placesOf(draft()[1]?.text ?? '');
  expect(places.filter((place) => place.likely).map((place) => place.word.trim())).toEqual(['A', '(a)', '(b)']);
  const from = likelyFrom(places, 0, 1);
  expect(places[from]?.word).toBe('(a) ');
  expect(likelyFrom(places, places.length - 1, 1)).toBe(places.length - 1);
  expect(placesOf('One')).toEqual([]);
  expect(placesOf('نص الفقرة؛ (ب) نص آخر').filter((place) => place.likely).map((place) => place.word.trim())).toEqual(['(ب)']);
});

it('says a row in one line', () => expect(lineOf({ text: ' 3.\n Removal  on notice\n' })).toBe('3. Removal on notice'));
