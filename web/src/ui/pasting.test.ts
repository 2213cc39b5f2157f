import { expect, it } from 'vitest';
import { lengthWith } from './pasting';

it('what is chosen gives way to what is pasted, and blanks at its end are nothing to miss', () => {
  const field = { value: 'Dear all', selectionStart: 5, selectionEnd: 8 };
  expect(lengthWith(field, 'friends')).toBe(12);
  expect(lengthWith({ ...field, selectionStart: 8 }, 'ies\r\nof\n\n  ')).toBe(14);
  expect(lengthWith({ value: 'ab', selectionStart: null, selectionEnd: null }, 'c')).toBe(3);
});
