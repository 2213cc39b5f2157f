import { expect, it } from 'vitest';
import { languageOf, localeOf } from './language';

it('takes what was chosen, then what the browser prefers, then English', () => {
  expect(languageOf('fr', ['ar-EG', 'en'])).toBe('fr');
  expect(languageOf(null, ['de-DE', 'ar-EG', 'en'])).toBe('ar');
  expect(languageOf(null, ['FR-ca'])).toBe('fr');
  expect(languageOf('klingon', ['de', 'yo'])).toBe('en');
  expect(languageOf(null, [])).toBe('en');
  expect(languageOf('toString', ['constructor'])).toBe('en');
});

it('writes dates as the reader’s region does', () => {
  expect(localeOf('en', ['fr-FR', 'en-NG'])).toBe('en-NG');
  expect(localeOf('fr', ['en-GB'])).toBe('fr');
});

it('keeps one kind of digit in Arabic', () => {
  const when = new Intl.DateTimeFormat(localeOf('ar', ['ar-EG']), { dateStyle: 'short', timeZone: 'UTC' }).format(new Date(0));
  expect(when).toMatch(/1970/);
});
