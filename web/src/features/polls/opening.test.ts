import { expect, it } from 'vitest';
import { formOf, kept, later, pollOf } from './opening';

const at = new Date('2026-06-05T09:00:00Z');
const form = formOf('Africa/Lagos', at);

it('closes after a week unless its author says otherwise', () => expect(form.closes).toBe('2026-06-12T10:00'));

it('offers no day that has passed, of a poll that closed long ago or of a draft', () => {
  expect(later('2026-03-01T09:00:00Z', at)).toEqual(new Date('2026-06-12T09:00:00Z'));
  expect(later('2026-06-10T09:00:00Z', at)).toEqual(new Date('2026-06-17T09:00:00Z'));
  expect(kept(JSON.stringify({ ...form, closes: '2026-03-01T10:00' }), 'Africa/Lagos', at).closes).toBe(form.closes);
  expect(kept(JSON.stringify({ ...form, closes: '2026-07-01T10:00' }), 'Africa/Lagos', at).closes).toBe('2026-07-01T10:00');
});

it('says what it hangs on', () => {
  const on = { kind: 'issue' as const, id: 'i1' };
  expect(pollOf(form, 'Agreed?', '', 'EVERYONE', true, on)).toMatchObject({ on });
  expect(pollOf(form, 'Agreed?', '', 'EVERYONE', true)).not.toHaveProperty('on');
});

it('sends nothing while the question, the options or the day are missing', () => {
  expect(pollOf(form, ' ', '', 'CIVIL_SOCIETY', true)).toBeUndefined();
  expect(pollOf({ ...form, kind: 'CHOICE', options: ' \n' }, 'Which?', '', 'CIVIL_SOCIETY', true)).toBeUndefined();
  expect(pollOf({ ...form, closes: '' }, 'Agreed?', '', 'CIVIL_SOCIETY', true)).toBeUndefined();
  expect(pollOf({ ...form, kind: 'CHOICE', options: 'x\n'.repeat(51) }, 'Which?', '', 'CIVIL_SOCIETY', true)).toBeUndefined();
});

it('comes back from a post as it was sent', () => {
  const all = { ...form, kind: 'TIME' as const, times: [{ starts: '2026-06-10T10:00', ends: '2026-06-10T11:00' }], quorum: '60', bySide: true, shown: 'AT_CLOSE' };
  const sent = pollOf(all, 'When?', 'About it', 'EVERYONE', true);
  expect(sent).toMatchObject({ eligible: 'CIVIL_SOCIETY', quorum: { percent: 60, bySide: true }, options: [{ startsAt: '2026-06-10T09:00:00.000Z', endsAt: '2026-06-10T10:00:00.000Z' }] });
  expect(pollOf(kept(JSON.stringify(sent), 'UTC', at), 'When?', 'About it', 'EVERYONE', true)).toEqual(sent);
});

it('asks those who read it where that is not all of civil society', () => {
  expect(pollOf(form, 'Agreed?', '', 'COMPANY_ONLY(brightline)', false)).toMatchObject({ eligible: 'COMPANY_ONLY(brightline)', silence: 'COUNTS_AS_NOTHING' });
});
