import { expect, it } from 'vitest';
import { isDescription } from './opening';

const letter = { via: 'MAIL' as const, text: 'Who drafts the memo?\n' };

it('a letter that became the description is not shown twice', () => {
  expect(isDescription(letter, 'Who drafts the memo?')).toBe(true);
});
it('once the description says something else, the letter shows what it was', () => {
  expect(isDescription(letter, 'Ngozi drafts the memo.')).toBe(false);
});
it('what somebody says again, or writes here, is theirs', () => {
  expect(isDescription({ ...letter, answers: 'one' }, 'Who drafts the memo?')).toBe(false);
  expect(isDescription({ ...letter, via: 'WEB' }, 'Who drafts the memo?')).toBe(false);
});
it('where nothing stands above, letters are shown', () => {
  expect(isDescription(letter)).toBe(false);
  expect(isDescription({ ...letter, text: '' }, '')).toBe(false);
});
