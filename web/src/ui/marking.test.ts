import { expect, it } from 'vitest';
import { around, type Chosen } from './marking';

/** What is chosen stands between bars. */
const chosen = (shown: string): Chosen => ({ text: shown.replaceAll('|', ''), from: shown.indexOf('|'), to: shown.lastIndexOf('|') - (shown.indexOf('|') === shown.lastIndexOf('|') ? 0 : 1) });
const shown = ({ text, from, to }: Chosen): string => (from === to ? `${text.slice(0, from)}|${text.slice(from)}` : `${text.slice(0, from)}|${text.slice(from, to)}|${text.slice(to)}`);

it.each([
  ['a |word| b', '**', 'a **|word|** b'],
  ['a **|word|** b', '**', 'a |word| b'],
  ['a | word | b', '**', 'a  **|word|**  b'],
  ['a | b', '*', 'a *|* b'],
  ['|word|', '*', '*|word|*'],
  ['*|word|*', '*', '|word|'],
  ['**|word|**', '*', '***|word|***'],
  ['', '**', '**|**'],
])('%s with %s is %s', (before, sign, after) => {
  const from = before === '' ? { text: '', from: 0, to: 0 } : chosen(before);
  expect(shown(around(from, sign))).toBe(after);
});
