import { expect, it } from 'vitest';
import type { Action } from '../../api/types';
import { begun, changed, detailsOf, drafted, kept, noDetails, tasksIn, timeFields, timesOf } from './details';

const action = (more: Partial<Action>): Action => ({ zone: 'Africa/Lagos', allDay: false, organisations: [], strategies: [], link: '', agenda: '', channel: '', receipt: '', reminders: [], links: [], ...more }) as Action;

it('names the last of several whole days, and sends a time within it', () => {
  const times = timesOf(action({ allDay: true, startsAt: '2026-06-20T23:00:00Z', endsAt: '2026-06-22T23:00:00Z' }));
  expect(times.starts.slice(0, 10)).toBe('2026-06-21');
  expect(times.ends.slice(0, 10)).toBe('2026-06-22');
  expect(timeFields(times)).toEqual({ startsAt: '2026-06-20T23:00:00.000Z', endsAt: '2026-06-22T11:00:00.000Z', zone: 'Africa/Lagos', allDay: true });
});

it('lasts as long when it begins at another time', () => {
  const times = { starts: '2026-06-21T23:30', ends: '2026-06-22T00:30', zone: 'Africa/Lagos', allDay: false };
  expect(begun(times, '2026-07-05T10:00', times.starts).ends).toBe('2026-07-05T11:00');
  expect(begun({ ...times, ends: '' }, '2026-07-05T10:00', times.starts).ends).toBe('');
  expect(begun(times, '', times.starts)).toEqual({ ...times, starts: '' });
  expect(begun({ ...times, starts: '' }, '2026-07-05T10:00', '').ends).toBe('2026-06-22T00:30');
});

it('sends what was changed and nothing else', () => {
  const base = detailsOf(action({ agenda: '1. Notice period', replyDue: '2026-07-15' }));
  expect(changed({ ...base }, base)).toEqual({});
  expect(changed({ ...base, replyDue: '', reminders: ['DAY'] }, base)).toEqual({ replyDue: null, reminders: ['DAY'] });
  expect(changed({ ...noDetails(), link: 'https://call.example' }, noDetails())).toEqual({ link: 'https://call.example' });
  const linked = detailsOf(action({ links: [{ kind: 'issue', id: 'i1' }] }));
  expect(changed({ ...linked }, linked)).toEqual({});
  expect(changed({ ...linked, links: [] }, linked)).toEqual({ links: [] });
  expect(changed({ ...noDetails(), links: [{ kind: 'update', id: 'u1' }] }, noDetails())).toEqual({ links: [{ kind: 'update', id: 'u1' }] });
});

it('finds the tasks that minutes name', () => {
  expect(tasksIn('We met.\n- [ ] Send the memo\n* [] Ask Chirp \n- [x] Done already\n- no task')).toEqual(['Send the memo', 'Ask Chirp']);
});

it('finds them in minutes of any form at once', () => {
  const begun = performance.now();
  for (const piece of ['\n', ' \n', '\n\t', ' ', '- [ ] ', '- [ ] \n']) expect(tasksIn(piece.repeat(100_000 / piece.length)).length).toBeLessThanOrEqual(50);
  expect(performance.now() - begun).toBeLessThan(2_000);
  expect(tasksIn('\n\n  - [ ] Send it\n\n\t* [ ] Ask')).toEqual(['Send it', 'Ask']);
});

it('brings back what was planned and refused, to be edited', () => {
  const details = { ...noDetails(), agenda: '1. Notice period', reminders: ['DAY'], links: [{ kind: 'issue' as const, id: 'i1' }] };
  const times = { starts: '2026-06-21T10:00', ends: '2026-06-21T11:30', zone: 'Africa/Lagos', allDay: false };
  const back = drafted({ kind: 'MEETING', title: 'Call', place: 'Abuja', ...changed(details, noDetails()), ...timeFields(times) });
  expect(back).toMatchObject({ kind: 'MEETING', where: 'Abuja', starts: times.starts, ends: times.ends, zone: times.zone, allDay: 'false' });
  expect(kept(back.details)).toEqual(details);
});
