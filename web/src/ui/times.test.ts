import { expect, it } from 'vitest';
import { chosen, clock, daysAgo, instantOf, wallOf, zoneName } from './times';

it('a time in Lagos is the same instant wherever it is read', () => {
  expect(instantOf('2022-06-21T14:00', 'Africa/Lagos').toISOString()).toBe('2022-06-21T13:00:00.000Z');
  expect(wallOf(new Date('2022-06-21T13:00:00Z'), 'Asia/Kolkata')).toBe('2022-06-21T18:30');
});

it('shows what is announced in a zone that a browser does not know in UTC', () => {
  const at = new Date('2026-06-21T09:00:00Z');
  for (const zone of ['Z', 'UTC+01:00']) {
    expect(wallOf(at, zone)).toBe('2026-06-21T09:00');
    expect(clock(at, zone)).toBe(clock(at, 'UTC'));
  }
});

it('knows summer time on either side of the change', () => {
  expect(instantOf('2022-03-27T01:30', 'Europe/Paris').toISOString()).toBe('2022-03-27T00:30:00.000Z');
  expect(instantOf('2022-03-27T03:30', 'Europe/Paris').toISOString()).toBe('2022-03-27T01:30:00.000Z');
  for (const zone of ['America/New_York', 'Australia/Lord_Howe', 'UTC']) expect(wallOf(instantOf('2022-11-20T09:15', zone), zone)).toBe('2022-11-20T09:15');
});

it('says the chosen day with its weekday, once it is whole', () => {
  expect(chosen('2026-12-04')).toBe('Friday, December 4, 2026');
  expect(chosen('2026-12-04T14:30')).toContain('Friday, December 4, 2026');
  expect(chosen('2026-12-04T14:30')).toMatch(/2:30/);
  expect([chosen(undefined), chosen(''), chosen('0002-12-04'), chosen('2026-13-41')]).toEqual([undefined, undefined, undefined, undefined]);
});

it('counts the nights since something was said where the reader is, not spans of 24 hours', () => {
  const evening = new Date(2026, 10, 26, 23, 30);
  expect(daysAgo(evening, new Date(2026, 10, 26, 23, 59))).toBe('today');
  expect(daysAgo(evening, new Date(2026, 10, 27, 0, 30))).toBe('yesterday');
  expect(daysAgo(evening, new Date(2026, 10, 27, 23, 29))).toBe('yesterday');
  expect(daysAgo(new Date(2026, 11, 31, 12), new Date(2027, 0, 2, 8))).toBe('2 days ago');
  expect(daysAgo(new Date(2026, 10, 28), evening)).toBe('today'); // a clock that is behind
});

it('calls a zone by the name that the language has for it', () => {
  expect(['en', 'fr', 'ar'].map((language) => zoneName('Africa/Lagos', language))).toEqual(['West Africa Time', 'heure d’Afrique de l’Ouest', 'توقيت غرب أفريقيا']);
  expect(zoneName('Elsewhere/New_Town')).toBe('Elsewhere/New Town');
});
