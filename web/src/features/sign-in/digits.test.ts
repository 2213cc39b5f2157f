import { expect, it } from 'vitest';
import { digitsIn } from './digits';

it('takes a code as it is typed, pasted with spaces, or in the digits of an Arabic or Persian keyboard', () => {
  expect(digitsIn('843621')).toBe('843621');
  expect(digitsIn(' 843 621\n')).toBe('843621');
  expect(digitsIn('٨٤٣٦٢١')).toBe('843621');
  expect(digitsIn('۸۴۳۶۲۱')).toBe('843621');
});

it('leaves out what is no digit, and what is too many', () => {
  expect(digitsIn('code: 84-36')).toBe('8436');
  expect(digitsIn('84362199')).toBe('843621');
});
