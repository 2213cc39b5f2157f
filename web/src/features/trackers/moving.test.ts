import { beforeEach, expect, it, vi } from 'vitest';
import type { Issue } from '../../api/types';
import { store } from '../../stream/store.svelte';
import { announcer } from '../../ui/announcer.svelte';
import { bring, toggle } from './moving';

const asked: string[] = [];
vi.mock('../../stream/acting', () => {
  const did = (how: string) => (path: string) => {
    asked.push(`${how} ${path.split('/').slice(-2).join('/')}`);
    return Promise.resolve({});
  };
  return { act: { post: did('POST'), remove: did('DELETE'), patch: did('PATCH') } };
});

const issue = (state: Issue['state'], version: number): Issue => ({
  id: 'i1', label: 'COP-3', tracker: 'COP', title: 'Removal within 24 hours', description: '', provision: '', state, assignees: [], audience: 'EVERYONE', readers: 18,
  openedBy: 'tunde', openedAt: '2022-06-14T09:00:00Z', changedAt: '2022-06-14T09:00:00Z', version, entries: 0, type: 'TASK', priority: 'NORMAL', labels: [], checklist: [], watchers: [],
});
let position = 0;
const comes = (one: Issue): Issue => {
  store.apply({ position: `p${++position}`, happened: [], put: { issues: [one] } });
  return one;
};

beforeEach(() => {
  asked.length = 0;
  store.clear();
});

it('what was closed is opened again by its undo, also where the screen heard of it later than of the answer', async () => {
  await toggle(comes(issue('OPEN', 1)));
  comes(issue('DONE', 2));
  announcer.undo();
  await vi.waitFor(() => expect(asked).toEqual(['POST i1/closure', 'DELETE i1/closure']));
});

it('what was opened again is closed by its undo, also then', async () => {
  await toggle(comes(issue('DONE', 2)));
  comes(issue('OPEN', 3));
  announcer.undo();
  await vi.waitFor(() => expect(asked).toEqual(['DELETE i1/closure', 'POST i1/closure']));
});

it('what somebody moved since is left to them', async () => {
  await toggle(comes(issue('OPEN', 1)));
  comes(issue('WAITING', 3));
  announcer.undo();
  await Promise.resolve();
  expect(asked).toEqual(['POST i1/closure']);
});

it('what is opened again is not changed once more, though the screen does not show it yet', async () => {
  await bring(comes(issue('DONE', 2)), 'OPEN');
  expect(asked).toEqual(['DELETE i1/closure']);
});
