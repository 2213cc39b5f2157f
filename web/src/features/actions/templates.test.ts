import { expect, it } from 'vitest';
import { noDetails } from './details';
import { dayOf, filled, narrowest, relative, tasksOf, TEMPLATES, type Form, type TemplateName } from './templates';

const empty = (): Form => ({ title: '', description: '', kind: 'MEETING', details: noDetails() });
const NAMES = Object.keys(TEMPLATES) as TemplateName[];

it('fills an empty form, and another template replaces what the first one filled', () => {
  const press = filled(empty(), 'PRESS', undefined);
  expect(press).toMatchObject({ title: 'Press conference: ', kind: 'PRESS_CONFERENCE', details: { reminders: ['DAY'] } });
  expect(press.details.agenda).toContain('Questions from journalists');
  const call = filled(press, 'CALL', 'PRESS');
  expect(call).toMatchObject({ title: 'Joint call: ', kind: 'CALL', details: { reminders: ['DAY', 'TWO_HOURS'] } });
  expect(filled(call, undefined, 'CALL')).toMatchObject({ title: '', description: '', kind: 'CALL', details: { agenda: '', reminders: [] } });
});

it('keeps what its author wrote', () => {
  const press = { ...filled(empty(), 'PRESS', undefined), title: 'Press conference: takedowns' };
  press.details.agenda = 'Mine';
  expect(filled(press, 'SUBMISSION', 'PRESS')).toMatchObject({ title: 'Press conference: takedowns', kind: 'SUBMISSION', details: { agenda: 'Mine' } });
});

it('counts days from the beginning, across months', () => {
  expect(dayOf({ key: 'speakers', day: -14 }, '2026-12-10T09:00')).toBe('2026-11-26');
  expect(dayOf({ key: 'reply', day: 30 }, '2026-12-10T00:00')).toBe('2027-01-09');
  expect(dayOf({ key: 'reply', day: 30 }, '')).toBeUndefined();
  expect([relative({ key: 'room', day: -1 }), relative({ key: 'link', day: 0 }), relative({ key: 'reply', day: 2 })]).toEqual(['1 day before', 'the same day', '2 days after']);
});

it('never begins with everyone', () => {
  expect(narrowest(['COMPANY_ONLY(chirp)', 'CIVIL_SOCIETY', 'EVERYONE'], 'EVERYONE')).toBe('CIVIL_SOCIETY');
  expect(narrowest(['WITH_COMPANY(chirp)', 'EVERYONE'], 'EVERYONE')).toBe('WITH_COMPANY(chirp)');
  expect(narrowest(['COMPANY_ONLY(chirp)', 'WITH_COMPANY(chirp)', 'EVERYONE'], 'WITH_COMPANY(chirp)')).toBe('WITH_COMPANY(chirp)');
});

it('makes each task an action of its own for the same readers', () => {
  for (const name of NAMES) {
    const tasks = tasksOf(name, 'Takedowns', { starts: '2026-12-10T09:00', ends: '', zone: 'Africa/Lagos', allDay: false }, 'CIVIL_SOCIETY');
    expect(tasks).toHaveLength(TEMPLATES[name].tasks.length);
    for (const task of tasks) expect(task).toMatchObject({ kind: 'TASK', audience: 'CIVIL_SOCIETY', allDay: true });
  }
  expect(tasksOf('CALL', 'x', { starts: '', ends: '', zone: 'UTC', allDay: false }, 'CIVIL_SOCIETY')).toEqual([]);
  expect(tasksOf('CALL', 'x', { starts: '2026-12-10T09:00', ends: '', zone: 'Africa/Lagos', allDay: false }, 'EVERYONE')[0]).toMatchObject({ startsAt: '2026-12-06T23:00:00.000Z', title: 'Send the agenda and what to read (x)' });
});
