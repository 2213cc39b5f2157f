import { beforeEach, expect, it, vi } from 'vitest';
import type { UnreadConversation, UnreadPage } from '../../api/types';

const there = vi.hoisted(() => ({ line: 'lost', asked: [] as { id: string }[][], down: 0, kept: new Map<string, string>(), read: new Set<string>(), all: 0 }));

vi.mock('../../api/api', () => ({
  newKey: () => 'key',
  api: {
    at: (...parts: string[]) => parts.join('/'),
    unread: () => Promise.resolve(page()),
    post: (_: string, { items }: { items: { id: string }[] }) => {
      if (there.down-- > 0) return Promise.reject(new Error('no line'));
      there.asked.push(items);
      if (items.length > 200) throw new Error('at most 200 items');
      for (const { id } of items) there.read.add(id);
      return Promise.resolve({});
    },
  },
}));
vi.mock('../../stream/live.svelte', () => ({ live: { get line() { return there.line; }, reads: 0, epoch: 0 } }));
vi.mock('../../stream/ours', () => ({ looking: () => undefined, mySeat: () => 'me' }));
vi.mock('../../stream/ownLocker', () => ({ locker: { getItem: (name: string) => there.kept.get(name) ?? null, setItem: (name: string, text: string) => there.kept.set(name, text), removeItem: (name: string) => there.kept.delete(name) } }));
vi.mock('../../shell/router/here.svelte', () => ({ here: { route: { name: 'activity', params: {} } } }));
vi.mock('../../shell/router/router', () => ({ pageOf: () => undefined, refHref: () => '' }));
vi.mock('../../ui/announcer.svelte', () => ({ announcer: { toast: vi.fn(), failed: vi.fn() } }));

const item = (n: number): UnreadConversation => ({
  kind: 'thread', id: `t${n}`, place: 'all', title: `Thread ${n}`, unread: 1, first: { kind: 'entry', id: `e${n}` }, last: { kind: 'entry', id: `e${n}` }, audience: 'EVERYONE', readers: 3,
});
const page = (): UnreadPage => {
  const items = Array.from({ length: there.all + 1 }, (_, n) => item(n)).filter(({ last }) => !there.read.has(last.id));
  return { items, unread: items.length, conversations: items.length, turn: 0, canUndo: false, position: 'p', places: [{ kind: 'thread', place: 'all', unread: items.length }] };
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', vi.fn());
  vi.resetModules();
});

it.each([[450, 0], [450, 2], [199, 0], [200, 0]])('loses none of %d marks that were collected without a line, however often sending fails (%d times)', async (all, failures) => {
  Object.assign(there, { line: 'lost', asked: [], down: 0, all, kept: new Map(), read: new Set() });
  const { unreading } = await import('./unreading.svelte');
  unreading.keep('code');
  await unreading.read();
  there.down = Infinity;
  for (let n = 0; n < all; n++) unreading.mark({ kind: 'thread', id: `t${n}` }, { kind: 'entry', id: `e${n}` });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(there.read.size).toBe(0);

  // another day, the same browser
  vi.resetModules();
  there.line = 'live';
  there.down = failures;
  const later = (await import('./unreading.svelte')).unreading;
  later.keep('code');
  await vi.advanceTimersByTimeAsync(60_000);
  await later.read();
  later.mark({ kind: 'thread', id: `t${all}` }, { kind: 'entry', id: `e${all}` });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(there.read.size).toBe(all + 1);
  expect(there.asked.length).toBe(Math.ceil((all + 1) / 200));
  expect([...there.kept.keys()]).toEqual([]);
  expect(later.now?.items).toEqual([]);
}, 30_000);
