import { expect, it } from 'vitest';
import type { RosterRow } from '../../api/types';
import { tableOf } from './mending';

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
