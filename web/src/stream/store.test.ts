import { describe, expect, it } from 'vitest';
import type { Entry, Frame, Issue, Thread, Update, Workspace } from '../api/types';
import { Store } from './store.svelte';

const issue = (id: string, more: Partial<Issue> = {}): Issue => ({
  id, label: 'COP-3', tracker: 'COP', title: 'Removal within 24 hours of notice', description: '', provision: '', state: 'OPEN', assignees: [],
  audience: 'CIVIL_SOCIETY', readers: 18, openedBy: 'tunde', openedAt: '2022-06-14T09:00:00Z', changedAt: '2022-06-14T09:00:00Z', version: 1, entries: 0, type: 'TASK', priority: 'NORMAL', labels: [], checklist: [], watchers: [], ...more,
});
const thread = (id: string, more: Partial<Thread> = {}): Thread => ({
  id, list: 'coalition', subject: 'Memo to the agencies', audience: 'CIVIL_SOCIETY', readers: 18, startedBy: 'ada', startedAt: '2022-06-14T09:00:00Z',
  lastAt: '2022-06-14T09:00:00Z', lastBy: 'ada', entries: 1, ...more,
});
const entry = (id: string, of: string): Entry => ({
  id, parent: { kind: 'thread', id: of }, seat: 'funke', at: '2022-06-15T10:00:00Z', text: 'Agreed on all three.', via: 'MAIL', audience: 'CIVIL_SOCIETY', readers: 18,
});
const frame = (position: string, put: Frame['put'], happened: Frame['happened'] = []): Frame => ({ position, happened, put });
const things = (store: Store): unknown => Object.entries(store.maps).map(([kind, map]) => [kind, [...map].sort(([a], [b]) => a.localeCompare(b))]);

describe('what was narrowed', () => {
  it('is taken off the screen with all that hangs on it, and a read that was under way does not bring it back', () => {
    const store = new Store();
    store.apply(frame('a', { threads: [thread('t1'), thread('t2')], entries: [entry('e1', 't1'), entry('e2', 't2')] }, [
      { verb: 'entry.posted', at: '2022-06-15T10:00:00Z', ref: { kind: 'entry', id: 'e1' }, under: { kind: 'thread', id: 't1' }, audience: 'EVERYONE', readers: 31 },
    ]));
    const mark = store.mark();

    store.drop([{ kind: 'thread', id: 't1' }]);
    store.load('threads', [thread('t1'), thread('t2')], mark);
    store.load('entries', [entry('e1', 't1')], mark);

    expect(store.all('threads').map((one) => one.id)).toEqual(['t2']);
    expect(store.all('entries').map((one) => one.id)).toEqual(['e2']);
    expect(store.happened).toEqual([]);
  });
});

describe('what nobody told of', () => {
  it('is held no more, unless it was read again or came by a frame', () => {
    const store = new Store();
    store.apply(frame('a', { threads: [thread('t1'), thread('t2'), thread('t3')], issues: [issue('i1')] }, [
      { verb: 'thread.started', at: '2022-06-14T09:00:00Z', ref: { kind: 'thread', id: 't1' }, audience: 'EVERYONE', readers: 31 },
    ]));
    const before = store.mark();

    store.doubt();
    expect(store.all('threads').length).toBe(3); // until what is on screen has been read again
    expect(store.happened).toEqual([]);
    store.load('threads', [thread('t1')], before); // begun when it was still so
    store.load('threads', [thread('t2')], store.mark());
    store.apply(frame('b', { threads: [thread('t3', { entries: 2 })] }));
    store.settle();

    expect(store.all('threads').map((one) => one.id)).toEqual(['t2', 't3']);
    expect(store.all('issues')).toEqual([]);
    store.load('threads', [thread('t1')], store.mark());
    expect(store.get('threads', 't1')).toBeDefined();
  });
});

describe('old view + frames == fresh view', () => {
  it('holds for any place at which the reading stops and the frames begin', () => {
    // Given a history of frames, and what a fresh read shows after each of them
    const history: Frame[] = [
      frame('a', { threads: [thread('t1')] }),
      frame('b', { threads: [thread('t1', { entries: 2, lastBy: 'funke' })], entries: [entry('e1', 't1')] }),
      frame('c', { issues: [issue('i1')] }),
      frame('d', { issues: [issue('i1', { state: 'IN_PROGRESS', version: 2 })] }),
      frame('e', { issues: [issue('i1', { state: 'DONE', version: 3 })], threads: [thread('t2', { subject: 'Press conference' })] }),
    ];
    const read = (upTo: number): Store => {
      const fresh = new Store();
      const latest = new Store();
      for (const one of history.slice(0, upTo)) latest.apply(one);
      fresh.load('threads', latest.all('threads'), fresh.mark(), () => true);
      fresh.load('entries', latest.all('entries'), fresh.mark(), () => true);
      fresh.load('issues', latest.all('issues'), fresh.mark(), () => true);
      return fresh;
    };
    for (let from = 0; from <= history.length; from++) {
      // When a view read at `from` takes the frames after it
      const old = read(from);
      for (const one of history.slice(from)) old.apply(one);
      // Then it shows what a fresh read shows
      expect(things(old)).toEqual(things(read(history.length)));
    }
  });

  it('holds when frames are delivered again after a reconnect', () => {
    const store = new Store();
    const act = { verb: 'issues.opened', at: '2022-06-14T09:00:00Z', ref: { kind: 'issue' as const, id: 'i1' }, audience: 'CIVIL_SOCIETY', readers: 18, seat: 'tunde' };
    const opened = frame('a', { issues: [issue('i1')] }, [act]);
    store.apply(opened);
    store.apply(opened);
    expect(store.all('issues')).toHaveLength(1);
    expect(store.happened).toHaveLength(1);
    expect(store.happened[0]?.title).toBe('COP-3 Removal within 24 hours of notice');
  });
});

describe('what happened', () => {
  it('is one act a frame, with the first words of what was said in it', () => {
    const store = new Store();
    const at = '2022-06-15T10:00:00Z';
    const more = { at, audience: 'CIVIL_SOCIETY', readers: 18, seat: 'funke' };
    const started = { verb: 'thread.started', ref: { kind: 'thread' as const, id: 't1' }, under: { kind: 'list' as const, id: 'coalition' }, ...more };
    const posted = { verb: 'entry.posted', ref: { kind: 'entry' as const, id: 'e1' }, under: { kind: 'thread' as const, id: 't1' }, ...more };
    store.apply(frame('a', { threads: [thread('t1')], entries: [entry('e1', 't1')] }, [started, posted]));
    expect(store.happened).toHaveLength(1);
    expect(store.happened[0]).toMatchObject({ verb: 'thread.started', title: 'Memo to the agencies', excerpt: 'Agreed on all three.' });
  });
});

describe('an update', () => {
  it('is nowhere named without its terms, nor is what hangs on it', () => {
    const store = new Store();
    const about = { at: '2022-06-15T10:00:00Z', audience: 'EVERYONE', readers: 30, seat: 'dara' };
    const ref = { kind: 'update' as const, id: 'u1' };
    const update = { id: 'u1', title: 'Appeals', body: 'Soon.', attribution: 'OFF_RECORD' } as Update;
    store.apply(frame('a', { updates: [update] }, [{ verb: 'update.posted', ref, ...about }]));
    store.apply(frame('b', { entries: [{ ...entry('e1', 'u1'), parent: ref }] }, [{ verb: 'entry.posted', ref: { kind: 'entry', id: 'e1' }, under: ref, ...about, at: '2022-06-15T11:00:00Z' }]));
    expect(store.happened.map((act) => [act.title, act.attribution])).toEqual([['Appeals', 'OFF_RECORD'], ['Appeals', 'OFF_RECORD']]);
  });
});

describe('a read that was under way', () => {
  it('does not put back what a frame has changed meanwhile', () => {
    const store = new Store();
    const mark = store.mark();
    store.apply(frame('a', { issues: [issue('i1', { state: 'DONE', version: 4 })] }));
    store.load('issues', [issue('i1', { version: 3 })], mark, () => true);
    expect(store.get('issues', 'i1')?.state).toBe('DONE');
  });

  it('does not drop what a frame has brought meanwhile', () => {
    const store = new Store();
    const mark = store.mark();
    store.apply(frame('a', { issues: [issue('i9')] }));
    store.load('issues', [], mark, () => true);
    expect(store.get('issues', 'i9')).toBeDefined();
  });
});

describe('a read of a workspace that was left meanwhile', () => {
  it('brings nothing of it into the next one', () => {
    const store = new Store();
    const [mark, remembered, whole] = [store.mark(), store.remembered, store.whole];
    store.clear();
    store.load('issues', [issue('i1')], mark, () => true);
    remembered.set('activity', ['of the other seat']);
    whole.set('COP', '0 0');

    expect(store.all('issues')).toEqual([]);
    expect([store.remembered.size, store.whole.size]).toEqual([0, 0]);
    store.load('issues', [issue('i2')], store.mark());
    expect(store.all('issues').map((one) => one.id)).toEqual(['i2']);
  });
});

describe('what a read brings that is held already', () => {
  it('stays the thing that it was, and what is other replaces it', () => {
    const store = new Store();
    store.load('issues', [issue('i1'), issue('i2')], store.mark());
    const [one, two] = [store.get('issues', 'i1'), store.get('issues', 'i2')];

    store.load('issues', [issue('i1'), issue('i2', { version: 2 })], store.mark(), () => true);

    expect(store.get('issues', 'i1')).toBe(one);
    expect(store.get('issues', 'i2')).not.toBe(two);
    expect(store.get('issues', 'i2')?.version).toBe(2);
  });
});

describe('a complete read', () => {
  it('drops what it no longer shows, and only within what it is complete for', () => {
    const store = new Store();
    store.load('issues', [issue('i1'), issue('i2', { tracker: 'REQ' })], store.mark());
    store.load('issues', [], store.mark(), (one) => one.tracker === 'COP');
    expect(store.all('issues').map((one) => one.id)).toEqual(['i2']);
  });

  it('replaces the people of the workspace, so that an ended seat leaves', () => {
    const store = new Store();
    const seat = { id: 'jonas', name: 'Jonas Lindqvist', organisation: 'brightline', role: 'LIAISON' as const, start: '2022-06-01T00:00:00Z' };
    const workspace: Workspace = {
      slug: 'code', name: 'Draft Code of Practice', position: 'p', seat: 'ada', role: 'CONVENOR', domain: 'code.example', organisations: [], seats: [seat], lists: [], said: [], trackers: [], views: [],
      updatesAudience: 'EVERYONE', actionsAudience: 'EVERYONE', actionsAddress: 'code+actions@code.example', mailAddresses: { actions: 'code+actions@code.example', polls: 'code+polls@code.example' },
    };
    store.loadWorkspace(workspace, store.mark());
    store.loadWorkspace({ ...workspace, seats: [] }, store.mark());
    expect(store.all('seats')).toEqual([]);
  });
});

it('what was said last goes at once with the thread that was taken', () => {
  const store = new Store();
  const said = { list: 'all', thread: 't1', subject: 'Notice', at: '2026-06-01T09:00:00Z', by: 'ada' };
  store.load('said', [said, { ...said, list: 'press', thread: 't2' }], store.mark());
  store.drop([{ kind: 'thread', id: 't1' }]);
  expect(store.all('said').map((one) => one.list)).toEqual(['press']);
});

it('an invitation that a frame speaks of without showing it is no longer open', () => {
  const store = new Store();
  const open = { id: 'n1', address: 's@riverine.example', organisation: 'riverine', role: 'MEMBER' as const, by: 'ada', at: '2022-06-14T09:00:00Z', expires: '2022-06-21T09:00:00Z' };
  const about = { verb: 'members.revoked', at: '2022-06-15T09:00:00Z', ref: { kind: 'invitation' as const, id: 'n1' }, audience: 'NAMED(ada)', readers: 1 };
  store.apply(frame('a', { invitations: [open] }, [{ ...about, verb: 'members.invited' }]));
  expect(store.all('invitations')).toHaveLength(1);
  store.apply(frame('b', {}, [about]));
  expect(store.all('invitations')).toHaveLength(0);
});
