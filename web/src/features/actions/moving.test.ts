import { expect, it } from 'vitest';
import type { Action } from '../../api/types';
import { awaited, isOverdue } from './agenda';
import { moved } from './moving';

const action = (more: Partial<Action>): Action => ({ id: 'a', zone: 'Europe/Berlin', allDay: false, state: 'PLANNED', replies: [], ...more }) as Action;

it('keeps the time of day where it is announced, also over a change of the clock', () => {
  const call = action({ startsAt: '2026-03-27T09:00:00Z', endsAt: '2026-03-27T10:00:00Z' });
  expect(moved(call, '2026-03-27', '2026-03-30')).toEqual({ startsAt: '2026-03-30T08:00:00.000Z', endsAt: '2026-03-30T09:00:00.000Z' });
});

it('moves whole days as whole days', () => {
  const days = action({ allDay: true, startsAt: '2026-03-27T23:00:00Z', endsAt: '2026-03-28T23:00:00Z' });
  expect(moved(days, '2026-03-28', '2026-03-29')).toEqual({ startsAt: '2026-03-28T23:00:00.000Z', endsAt: '2026-03-29T22:00:00.000Z' });
});

it('moves nothing that stays or has no time', () => {
  expect(moved(action({ startsAt: '2026-03-27T09:00:00Z' }), '2026-03-27', '2026-03-27')).toBeUndefined();
  expect(moved(action({}), '2026-03-27', '2026-03-28')).toBeUndefined();
});

it('awaits a reply until one is the answer, and says from the next day on that it is late', () => {
  const submitted = action({ state: 'DONE', replyDue: '2026-07-15' });
  expect(isOverdue(submitted, new Date('2026-07-15T21:30:00Z'))).toBe(false);
  expect(isOverdue(submitted, new Date('2026-07-15T22:30:00Z'))).toBe(true);
  expect(awaited({ ...submitted, replies: [{ on: '2026-07-10', text: 'We have it.', more: true }] })).toBe('2026-07-15');
  expect(awaited({ ...submitted, replies: [{ on: '2026-07-10', text: 'No.' }] })).toBeUndefined();
  expect(awaited({ ...submitted, state: 'CALLED_OFF' })).toBeUndefined();
});
