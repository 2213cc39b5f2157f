import { expect, it } from 'vitest';
import { KEYS } from './keys';

const sources = Object.entries(import.meta.glob<string>('../**/*.svelte', { query: '?raw', import: 'default', eager: true }));

it('no key means two things', () => {
  const all = Object.values(KEYS).flat();
  expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([]);
});

it.each(Object.keys(KEYS))('somebody does %s, which the sheet lists', (meaning) => {
  const doing = sources.filter(([, text]) => new RegExp(`\\bkeys\\(.*?[{ ]${meaning}[:,]`, 's').test(text) || (/down|up/.test(meaning) && text.includes('rowKeys(')));
  expect(doing.map(([file]) => file)).not.toEqual([]);
});

it('nobody listens to a letter alone but by its meaning', () => {
  const LISTENS = /\.key === '([^']{1})'/g;
  const heard = sources.flatMap(([file, text]) => [...text.matchAll(LISTENS)].filter((found) => found[1] !== ' ').map((found) => `${file} ${found[1]}`));
  expect(heard).toEqual([]);
});
