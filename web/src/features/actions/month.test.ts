import { expect, it } from 'vitest';
import type { Action } from '../../api/types';
import { byDay, chosenZone, daysOf } from './month';

const action = (more: Partial<Action>): Action => ({ id: 'a', zone: 'Africa/Lagos', allDay: false, state: 'PLANNED', replies: [], ...more }) as Action;

it('puts a time on the day it is for the reader, and whole days on their own', () => {
  const late = action({ startsAt: '2026-06-21T22:30:00Z' });
  expect(daysOf(late, 'Africa/Lagos')).toEqual(['2026-06-21']);
  expect(daysOf(late, 'Asia/Tokyo')).toEqual(['2026-06-22']);
  const whole = action({ allDay: true, startsAt: '2026-06-20T23:00:00Z', endsAt: '2026-06-22T23:00:00Z' });
  expect(daysOf(whole, 'America/New_York')).toEqual(['2026-06-21', '2026-06-22']);
});

it('shows the day a reply is due beside the submission', () => {
  const days = byDay([action({ startsAt: '2026-06-21T09:00:00Z', replyDue: '2026-07-15' })], 'UTC');
  expect(days.get('2026-06-21')?.[0]?.what).toBe('action');
  expect(days.get('2026-07-15')?.[0]?.what).toBe('reply');
});

it('shows it until the answer came, or nothing is awaited any more', () => {
  const due = { startsAt: '2026-06-21T09:00:00Z', replyDue: '2026-07-15' };
  const on = (more: Partial<Action>): number => byDay([action({ ...due, ...more })], 'UTC').get('2026-07-15')?.length ?? 0;
  expect(on({ state: 'DONE' })).toBe(1);
  expect(on({ replies: [{ on: '2026-07-01', text: 'We have it.', more: true }] })).toBe(1);
  expect(on({ replies: [{ on: '2026-07-10', text: 'No.' }] })).toBe(0);
  expect(on({ state: 'CALLED_OFF' })).toBe(0);
});

it('keeps to the zone of the mail if one was chosen that can be shown', () => {
  expect(chosenZone('Pacific/Auckland')).toBe('Pacific/Auckland');
  expect(['UTC', 'Nowhere/At_All', undefined].map(chosenZone)).toEqual([undefined, undefined, undefined]);
});

it('has each day once where the clock is changed, with what comes before and after', () => {
  const fall = ['2026-11-01T03:59:00Z', '2026-11-01T04:00:00Z', '2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z', '2026-11-02T04:59:00Z', '2026-11-02T05:00:00Z'];
  expect(fall.map((startsAt) => daysOf(action({ startsAt }), 'America/New_York')[0])).toEqual(['2026-10-31', '2026-11-01', '2026-11-01', '2026-11-01', '2026-11-01', '2026-11-02']);
  const spring = ['2026-03-08T04:59:00Z', '2026-03-08T06:59:00Z', '2026-03-08T07:00:00Z', '2026-03-09T03:59:00Z', '2026-03-09T04:00:00Z'];
  expect(spring.map((startsAt) => daysOf(action({ startsAt }), 'America/New_York')[0])).toEqual(['2026-03-07', '2026-03-08', '2026-03-08', '2026-03-08', '2026-03-09']);
  const over = action({ allDay: true, zone: 'America/New_York', startsAt: '2026-10-31T04:00:00Z', endsAt: '2026-11-03T05:00:00Z' });
  expect(daysOf(over, 'Africa/Lagos')).toEqual(['2026-10-31', '2026-11-01', '2026-11-02']);
});
