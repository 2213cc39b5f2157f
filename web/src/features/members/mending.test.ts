import { expect, it } from 'vitest';
import type { RosterRow } from '../../api/types';
import { fitting, freeSlug, tableOf, unknownOf } from './mending';

const row = (more: Partial<RosterRow>): RosterRow => ({ line: 2, name: '', address: 'a@x.example', organisation: 'press', role: 'MEMBER', lists: [], state: 'NEW', why: '', ...more });

it('writes what is left to do, with the line that each had', () => {
  const { csv, lines } = tableOf([row({ line: 4, name: 'Obi, "Ada"' }), row({ line: 5, state: 'KNOWN' }), row({ line: 9, state: 'REFUSED', organisation: 'Nowhere' })], (one) => one.line);

  expect(csv).toBe('name,address,organisation,role,list,mode\n"Obi, ""Ada""","a@x.example","press","MEMBER","",""\n"","a@x.example","Nowhere","MEMBER","",""\n');
  expect(lines).toEqual([4, 9]);
});

it('gives each mode of lists a line of its own', () => {
  const { csv, lines } = tableOf([row({ lists: [{ list: 'one', mode: 'EACH' }, { list: 'two', mode: 'NONE' }, { list: 'three', mode: 'EACH' }] })], (one) => one.line);

  expect(csv).toContain('"one three","EACH"\n');
  expect(csv).toContain('"two","NONE"\n');
  expect(lines).toEqual([2, 2]);
});

it('finds each organisation once that nobody knows, and takes a side for granted only where all of its people are liaisons', () => {
  const unknown = (organisation: string, role = 'MEMBER'): RosterRow => row({ state: 'REFUSED', organisation, role });
  const rows = [unknown('Samaa'), unknown('samaa', 'LIAISON'), unknown('Orbit', 'LIAISON'), unknown('press'), unknown(''), row({ organisation: 'Late' })];

  expect(unknownOf(rows, (slug) => slug === 'press')).toEqual([{ name: 'Samaa' }, { name: 'Orbit', side: 'COMPANY' }]);
});

it('gives people the role that fits the side of their organisation, and leaves convenors and observers', () => {
  const rows = ['MEMBER', 'LIAISON', 'CONVENOR', 'OBSERVER'].map((role) => row({ organisation: 'Orbit', role }));
  const roles = (side: 'COMPANY' | 'CIVIL_SOCIETY'): string[] => fitting(rows, new Map([['orbit', side]])).map((one) => one.role);

  expect(roles('COMPANY')).toEqual(['LIAISON', 'LIAISON', 'CONVENOR', 'OBSERVER']);
  expect(roles('CIVIL_SOCIETY')).toEqual(['MEMBER', 'MEMBER', 'CONVENOR', 'OBSERVER']);
  expect(fitting(rows, new Map([['other', 'COMPANY']]))).toEqual(rows);
});

it('counts on where a short name is taken, and calls what has none by what it is', () => {
  const taken = ['orbit', 'orbit-2', 'organisation'];
  expect(freeSlug('orbit', (slug) => taken.includes(slug))).toBe('orbit-3');
  expect(freeSlug('', (slug) => taken.includes(slug))).toBe('organisation-2');
  expect(freeSlug('x'.repeat(63), (slug) => slug.length === 63)).toBe(`${'x'.repeat(59)}-2`);
});
