import { expect, it } from 'vitest';
import { MemoryStorage } from '../../stream/memory';
import { placesIn, whereIs } from './where';

it.each([
  ['thread:t1', { becomes: 'reply', of: { kind: 'thread', id: 't1' } }],
  ['issue:i1', { becomes: 'reply', of: { kind: 'issue', id: 'i1' } }],
  ['list:coalition', { becomes: 'thread', of: { kind: 'list', id: 'coalition' } }],
  ['tracker:COP', { becomes: 'issue', of: { kind: 'tracker', id: 'COP' }, form: true }],
  ['tracker:COP e1', { becomes: 'issue', of: { kind: 'entry', id: 'e1' }, form: false }],
  ['actions', { becomes: 'action', form: true }],
  ['actions e1', { becomes: 'action', of: { kind: 'entry', id: 'e1' } }],
  ['polls', { becomes: 'poll', form: true }],
  ['polls:issue:i1', { becomes: 'poll', of: { kind: 'issue', id: 'i1' } }],
  ['updates', { becomes: 'update', form: false }],
  ['updates/draft', { becomes: 'update', form: false }],
  ['edit:entry:e1', { becomes: 'edit', of: { kind: 'entry', id: 'e1' }, part: 'message' }],
  ['edit:issue:i1:description', { becomes: 'edit', of: { kind: 'issue', id: 'i1' }, part: 'description' }],
  ['edit:action:a1:outcome', { becomes: 'edit', of: { kind: 'action', id: 'a1' }, part: 'outcome' }],
])('%s', (place, found) => expect(whereIs(place)).toEqual(found));

it('places are those of one seat', () => {
  const storage = new MemoryStorage();
  for (const key of ['caucus.draft.ngozi.thread:t1', 'caucus.draft.ngozi.actions', 'caucus.draft.amina.polls', 'caucus.synced.ngozi.actions']) storage.setItem(key, '{}');
  expect(placesIn(storage, 'caucus.draft.ngozi.').sort()).toEqual(['actions', 'thread:t1']);
});
