import { expect, it } from 'vitest';
import type { Action } from '../api/types';
import { askFor, isWished, sifted, wishedIn, type Parties } from './sifting';

const action = (id: string, more: Partial<Action> = {}): Action => ({
  id, kind: 'CALL', title: id, description: '', state: 'PLANNED', owner: 'ada', zone: 'Africa/Lagos', audience: 'EVERYONE', readers: 20, commitments: [], plannedBy: 'ada', plannedAt: '2026-01-01T09:00:00Z',
  changedAt: '2026-01-01T09:00:00Z', version: 1, entries: 0, allDay: false, organisations: [], strategies: [], link: '', agenda: '', channel: '', receipt: '', replies: [], reminders: [], links: [], rsvps: [], ...more,
});
const seats: Record<string, string> = { ada: 'press', bola: 'rights', chika: 'chirp' };
const parties: Parties = { organisationOf: (seat) => seats[seat], sideOf: (slug) => (slug === 'chirp' ? 'COMPANY' : 'CIVIL_SOCIETY'), mine: 'chirp' };
const word = (organisation: string, answer: 'WILL' | 'MAY' | 'WILL_NOT') => ({ organisation, answer, note: '', seat: 'x', at: '2026-01-01T09:00:00Z' }) as Action['commitments'][number];
const all = [
  action('memo', { kind: 'SUBMISSION', strategies: ['PUBLIC_ADVOCACY'], commitments: [word('rights', 'MAY')] }),
  action('call', { owner: 'bola', organisations: ['chirp', 'press'], strategies: ['PRIVATE_ADVOCACY'], commitments: [word('press', 'WILL_NOT')] }),
  action('theirs', { owner: 'chika' }),
];
const found = (query: string): string[] => sifted(all, wishedIn(new URLSearchParams(query)), parties).map((one) => one.id);

it('asks for nothing where the address asks for nothing', () => {
  expect(isWished(wishedIn(new URLSearchParams('view=month')))).toBe(false);
  expect(found('view=month')).toEqual(['memo', 'call', 'theirs']);
});

it('finds by side, organisation, kind, strategy and whether one is asked, all at once', () => {
  expect(found('of=CIVIL_SOCIETY')).toEqual(['memo', 'call']);
  expect(found('of=COMPANY')).toEqual(['theirs']);
  expect(found('of=rights')).toEqual(['memo', 'call']); // owns the call, and may take part in the memo
  expect(found('of=press')).toEqual(['memo']); // was asked for the call, and declined
  expect(found('kind=CALL')).toEqual(['call', 'theirs']);
  expect(found('strategy=PRIVATE_ADVOCACY')).toEqual(['call']);
  expect(found('asked')).toEqual(['call']);
  expect(found('of=CIVIL_SOCIETY&kind=CALL&asked')).toEqual(['call']);
  expect(found('of=nobody')).toEqual([]);
});

it('changes one part of the address and leaves the rest', () => {
  const query = new URLSearchParams('view=month&month=2026-03&kind=CALL');
  expect(askFor('/w/code/actions', query, { of: 'rights' })).toBe('/w/code/actions?view=month&month=2026-03&kind=CALL&of=rights');
  expect(askFor('/w/code/actions', query, { kind: undefined, view: undefined, month: undefined })).toBe('/w/code/actions');
});
