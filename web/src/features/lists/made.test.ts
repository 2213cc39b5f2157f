// What a form begins with that is opened from a message.
import { expect, it } from 'vitest';
import { LONGEST_TITLE, quoteOf, titleOf } from './made';

it('takes the first line that says something as a title', () => {
  expect(titleOf('\n> quoted\nwords')).toBe('quoted');
  expect(titleOf('## A *heading*\nwords')).toBe('A *heading*');
  expect(titleOf('   \n')).toBe('');
});

it('cuts a long title at a word', () => {
  const title = titleOf('word '.repeat(60));
  expect(title.length).toBeLessThanOrEqual(LONGEST_TITLE + 1);
  expect(title.endsWith('word…')).toBe(true);
  expect(titleOf('x'.repeat(300)).length).toBeLessThanOrEqual(LONGEST_TITLE + 1);
});

it('quotes every line, empty ones too', () => {
  expect(quoteOf('One\n\nTwo\n', 'Amina, 3 July')).toBe('> One\n>\n> Two\n\n— Amina, 3 July\n');
});
