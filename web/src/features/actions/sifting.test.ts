import { expect, it } from 'vitest';
import { askFor } from './sifting';

it('changes one part of the address and leaves the rest', () => {
  const query = new URLSearchParams('view=month&month=2026-03&q=kind:call');
  expect(askFor('/w/code/actions', query, { q: 'org:rights' })).toBe('/w/code/actions?view=month&month=2026-03&q=org%3Arights');
  expect(askFor('/w/code/actions', query, { q: undefined, view: undefined, month: undefined })).toBe('/w/code/actions');
});
