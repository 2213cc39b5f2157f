import { describe, expect, it } from 'vitest';
import type { Issue } from '../../api/types';
import { backFrom, isNothing, labelsIn, stepOf, type Change } from './bulk';

const issue = { id: 'i', label: 'COP-1', state: 'OPEN', priority: 'NORMAL', labels: ['Press', 'appeal'], assignees: ['amina'], due: '2026-07-01' } as unknown as Issue;
const change = (more: Partial<Change>): Change => ({ add: [], remove: [], ...more });

describe('a change of many issues', () => {
  it('asks of an issue what it lacks, and nothing where it has all of it', () => {
    expect(stepOf(issue, change({ state: 'WAITING', priority: 'HIGH', due: null }))).toEqual({ edit: { priority: 'HIGH', due: null }, state: 'WAITING' });
    expect(stepOf(issue, change({ state: 'OPEN', priority: 'NORMAL', assignees: ['amina'], due: '2026-07-01', add: ['press'], remove: ['licensing'] }))).toBeUndefined();
    expect(stepOf({ ...issue, due: undefined }, change({ due: null }))).toBeUndefined();
  });

  it('adds labels and takes them off, whatever their case, and keeps the others', () => {
    expect(stepOf(issue, change({ add: ['PRESS', 'licensing'], remove: ['Appeal'] }))).toEqual({ edit: { labels: ['Press', 'licensing'] } });
    expect(labelsIn(' takedown, Press ,, press,small platforms ')).toEqual(['takedown', 'Press', 'small platforms']);
  });

  it('is undone by what was there before, and by nothing else', () => {
    const step = stepOf(issue, change({ state: 'DONE', due: null, add: ['licensing'], assignees: [] }));
    expect(step && backFrom(issue, step)).toEqual({ edit: { labels: ['Press', 'appeal'], assignees: ['amina'], due: '2026-07-01' }, state: 'OPEN' });
    expect(backFrom({ ...issue, due: undefined }, { edit: { due: '2026-08-01' } })).toEqual({ edit: { due: null } });
  });

  it('that names nothing is not one', () => {
    expect(isNothing(change({}))).toBe(true);
    expect(isNothing(change({ due: null }))).toBe(false);
    expect(isNothing(change({ remove: ['press'] }))).toBe(false);
  });
});
