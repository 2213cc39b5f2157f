import { expect, it } from 'vitest';
import type { Issue } from '../../api/types';
import { completions } from '../query/completing';
import { WrongTerm } from '../query/language';
import { parse } from './filter';
import { offering } from './offering';

const asker = { me: 'ngozi', today: '2026-06-15', day: (instant: string) => instant.slice(0, 10), seat: () => undefined, organisation: () => undefined };
const labelled = (...labels: string[]): Issue => ({ labels }) as Issue;
const keys = offering('COP', [labelled('Takedown', 'small platforms'), labelled('takedown', 'a:b, c', '-press')]);

it('offers only what the filter understands', () => {
  for (const { key, values } of keys) {
    for (const { value } of values) {
      const [offer] = completions(`${key}:`, key.length + 1, [{ key, values: [{ value }] }]);
      expect(() => parse(offer?.text ?? 'nothing:offered', asker), `${key} ${value}`).not.toThrow();
    }
  }
});

it('offers every key that the filter knows', () => {
  let known = '';
  try {
    parse('no-such-key:1', asker);
  } catch (error) {
    known = String((error as WrongTerm).values[1]);
  }
  const all = known.split(', ').filter((key) => key !== 'field.NAME');
  expect(keys.map((one) => one.key).sort()).toEqual(all.sort());
});

it('offers a label once, however it is written', () => {
  expect(keys.find((one) => one.key === 'label')?.values.map((one) => one.value)).toEqual(['-press', 'a:b, c', 'small platforms', 'Takedown', 'none']);
});
