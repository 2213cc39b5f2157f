import { expect, it } from 'vitest';
import { partAt, suggestions } from './suggesting';

const offers = ['Takedown', 'Appeals', 'Data retention', 'Élections'].map((value) => ({ value }));
const offered = (text: string, many = true): string[] => suggestions(text, text.length, many, offers).map((one) => one.value);

it('offers what begins like it, and then what has its words', () => {
  expect(offered('a')).toEqual(['Appeals', 'Takedown', 'Data retention']);
  expect(offered('RET dat')).toEqual(['Data retention']);
  expect(offered('elec')).toEqual(['Élections']);
  expect(offered('')).toHaveLength(4);
});

it('offers nothing twice, and nothing where all is written', () => {
  expect(offered('takedown, a')).toEqual(['Appeals', 'Data retention']);
  expect(offered('appeals')).toEqual([]);
  expect(offered('no such')).toEqual([]);
});

it('knows which part is being written', () => {
  expect(partAt('one, tw, three', 7, true)).toEqual({ from: 5, to: 7, words: 'tw' });
  expect(partAt('one, tw', 2, false)).toEqual({ from: 0, to: 7, words: 'one, tw' });
});
