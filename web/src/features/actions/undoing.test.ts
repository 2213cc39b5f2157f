import { beforeEach, describe, expect, it } from 'vitest';
import type { Action } from '../../api/types';
import { store } from '../../stream/store.svelte';
import { announcer } from '../../ui/announcer.svelte';
import { merging } from '../../words/merging';
import { undo } from './undoing';

const call = (more: Partial<Action>): Action => ({
  id: 'a1', kind: 'CALL', title: 'Joint call', description: '', state: 'UNDER_WAY', owner: 'ada', zone: 'Africa/Lagos', place: '', outcome: '', audience: 'EVERYONE',
  readers: 11, commitments: [], plannedBy: 'ada', plannedAt: '2026-06-01T09:00:00Z', changedAt: '2026-06-01T09:00:00Z', version: 2, entries: 0, ...more,
}) as Action;
const stands = (more: Partial<Action>): void => store.apply({ position: `p${Math.random()}`, happened: [], put: { actions: [call(more)] } });

let back: number[];
const takeBack = (mine: Partial<Action>): void => undo('a1', mine, (now) => Promise.resolve(back.push(now.version)));

describe('what one changed of an action', () => {
  beforeEach(() => {
    back = [];
    store.clear();
    announcer.toasts = [];
  });

  it('is taken back while it stands, whatever else was changed since', () => {
    stands({ state: 'UNDER_WAY', version: 4, startsAt: '2026-06-20T09:00:00Z' });
    takeBack({ state: 'UNDER_WAY' });
    takeBack({ startsAt: '2026-06-20T09:00:00.000Z', endsAt: undefined });

    expect(back).toEqual([4, 4]);
    expect(announcer.toasts).toEqual([]);
  });

  it('is not taken back from somebody who changed it since, and that is said', () => {
    stands({ state: 'DONE', version: 4, embargo: { until: '2026-06-20T09:00:00Z', to: 'EVERYONE' } });
    takeBack({ state: 'UNDER_WAY' });
    takeBack({ embargo: undefined });

    expect(back).toEqual([]);
    expect(announcer.toasts.map((one) => one.text)).toEqual([merging.conflict.title, merging.conflict.title]);
  });

  it('is nothing any more of one that cannot be read', () => {
    takeBack({ state: 'UNDER_WAY' });
    expect(back).toEqual([]);
  });
});
