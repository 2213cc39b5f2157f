// What was chosen for an update stays chosen: after a reload, in another tab, and when what was sent comes back.
import { expect, it } from 'vitest';
import { asKept, ofPost, toKeep, usual } from './choices';

const reader = { label: (id: string) => (id === 'i1' ? 'COP-12' : undefined), wall: () => '2026-12-03T09:00' };
const sent = { title: 'Appeals', body: 'In 48 hours.', kind: 'ACTION', stage: 'DECIDED', attribution: 'OFF_RECORD', provision: 'Part I, 3', due: '2027-01-31', links: [{ kind: 'issue', id: 'i1' }], publishAt: '2026-12-03T08:00:00Z', draft: true };

it('what is kept is read as it was', () => {
  const chosen = { ...usual(), kind: 'POSITION', attribution: 'BACKGROUND', due: '2027-01-31', keep: true };
  expect(asKept(toKeep(chosen))).toEqual(chosen);
  expect(asKept(undefined)).toEqual(usual());
  expect(asKept({ kind: 'REQUEST' })).toEqual({ ...usual(), kind: 'REQUEST' });
});

it('what was said off record comes back off record, with all that was chosen for it', () => {
  expect(ofPost(sent, reader)).toEqual({ kind: 'ACTION', stage: 'DECIDED', attribution: 'OFF_RECORD', provision: 'Part I, 3', due: '2027-01-31', issues: 'COP-12', later: '2026-12-03T09:00', keep: true });
  expect(ofPost({ title: 'Appeals', body: 'In 48 hours.' }, reader)).toEqual(usual());
});

it('of two texts that become one, the more careful terms are kept', () => {
  expect(ofPost({ ...sent, attribution: 'ON_RECORD' }, reader, { ...usual(), attribution: 'BACKGROUND' }).attribution).toBe('BACKGROUND');
  expect(ofPost(sent, reader, usual()).attribution).toBe('OFF_RECORD');
});
