import { expect, it } from 'vitest';
import { monthAsked, plusMonths, weeksOf } from './weeks';

it('lays a month out in whole weeks, whichever day a week begins with', () => {
  const monday = weeksOf('2026-06', 1);
  expect(monday[0]?.[0]).toBe('2026-06-01');
  expect(monday.at(-1)?.[6]).toBe('2026-07-05');
  const sunday = weeksOf('2026-06', 7);
  expect(sunday[0]?.[0]).toBe('2026-05-31');
  expect(sunday.every((week) => week.length === 7)).toBe(true);
});

it('goes over the end of a year', () => {
  expect(plusMonths('2026-12', 1)).toBe('2027-01');
  expect(plusMonths('2026-01', -1)).toBe('2025-12');
});

it('shows the month that an address asks for, and the present one where it asks for none there is', () => {
  const month = (query: string): string => monthAsked(new URLSearchParams(query), '2026-06-21');
  expect(month('month=2031-03')).toBe('2031-03');
  expect(month('')).toBe('2026-06');
  expect(month('month=2031-13')).toBe('2026-06');
});
