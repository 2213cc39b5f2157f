import { expect, it } from 'vitest';
import type { Action, Issue } from '../../api/types';
import { byMonth, dated } from './dated';

const issue = (id: string, due: string | undefined, state = 'OPEN'): Issue => ({ id, label: `COP-${id}`, title: 'Notice', due, state, audience: 'EVERYONE', readers: 9 }) as Issue;
const action = (id: string, startsAt: string | undefined, more: object = {}): Action => ({ id, title: 'Call', startsAt, zone: 'Africa/Lagos', allDay: false, state: 'PLANNED', audience: 'CIVIL_SOCIETY', readers: 5, ...more }) as Action;

it('puts issues by the day they are due and actions by the day they begin in one order, by month', () => {
  const all = dated([issue('1', '2026-12-20'), issue('2', undefined), issue('3', '2027-01-02')], [action('a', '2026-12-20T09:00:00Z'), action('b', undefined), action('c', '2026-12-01T00:00:00Z')], 'UTC');
  expect(byMonth(all).map(([month, these]) => [month, these.map((one) => one.id)])).toEqual([['2026-12', ['c', '1', 'a']], ['2027-01', ['3']]]);
});

it('leaves out what was declined or called off, and knows what is over', () => {
  expect(dated([issue('1', '2026-12-20', 'DECLINED'), issue('2', '2026-12-21', 'DONE')], [action('a', '2026-12-20T09:00:00Z', { state: 'CALLED_OFF' })], 'UTC').map((one) => [one.id, one.over])).toEqual([['2', true]]);
});

it('has whole days in the zone of the action, and hours in that of the reader', () => {
  const late = action('a', '2026-12-31T23:30:00Z');
  expect(dated([], [late], 'UTC')[0]?.day).toBe('2026-12-31');
  expect(dated([], [late], 'Africa/Lagos')[0]?.day).toBe('2027-01-01');
  expect(dated([], [{ ...late, allDay: true }], 'UTC')[0]?.day).toBe('2027-01-01');
});
