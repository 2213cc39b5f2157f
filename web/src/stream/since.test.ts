import { expect, it } from 'vitest';
import { newSince } from './since';

const did = (seat: string | undefined, at: string, id = at) => ({ verb: 'entry.posted', at, ref: { kind: 'entry' as const, id }, seat });
const LOOKED = '2026-07-01T09:00:00Z';

it('counts what others did since, whichever way it came, once', () => {
  const read = [did('dara', '2026-07-01T09:00:00.5Z'), did('amina', '2026-07-01T08:59:00Z')];
  const live = [did('dara', '2026-07-01T09:00:00.5Z'), did('amina', '2026-07-01T10:00:00Z'), did(undefined, '2026-07-01T11:00:00Z')];
  expect(newSince(LOOKED, 'ngozi', live, read)).toBe(3);
});

it('never counts what a seat did itself', () => {
  expect(newSince(LOOKED, 'ngozi', [did('ngozi', '2026-07-01T10:00:00Z')], [did('ngozi', '2026-07-01T10:01:00Z')])).toBe(0);
});
