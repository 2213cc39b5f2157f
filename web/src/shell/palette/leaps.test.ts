import { expect, it } from 'vitest';
import { best, fit, MOST_SHOWN, type Leap } from './leaps';

const leap = (title: string, more: Partial<Leap> = {}): Leap => ({ key: title, title, place: 'Lists', icon: 'lists', href: '/', ...more });

it('finds by the beginnings of words, in any order, without marks or case', () => {
  expect(fit(leap('Registre des Réclamations'), 'recl reg')).toBeGreaterThan(0);
  expect(fit(leap('Removal notices'), 'oval')).toBe(0);
  expect(fit(leap('قواعد النشر'), 'النشر')).toBeGreaterThan(0);
});

it('puts a label before a title, a title before a place', () => {
  const issue = leap('Something', { label: 'CODE-12' });
  const titled = leap('Code 12 in full');
  const placed = leap('Minutes', { place: 'Code 12' });
  expect(best([placed, titled, issue], 'code-12').map((one) => one.key)).toEqual(['Something', 'Code 12 in full', 'Minutes']);
});

it('offers the latest first among equals, and no more than fit on a screen', () => {
  const many = Array.from({ length: 40 }, (_, i) => leap(`Call ${i}`, { at: `2026-01-${String(i + 1).padStart(2, '0')}` }));
  const shown = best(many, 'call');
  expect(shown.length).toBe(MOST_SHOWN);
  expect(shown[0]?.key).toBe('Call 39');
});

it('takes signs of regular expressions for what they are', () => {
  expect(fit(leap('a'), '(((.*+?[')).toBe(1);
});

it('offers what can be done before where one can go, among equals', () => {
  const done = leap('Close the call', { run: () => undefined });
  expect(best([leap('Close ties', { at: '2031-01-01' }), done], 'close').map((one) => one.key)).toEqual(['Close the call', 'Close ties']);
});
