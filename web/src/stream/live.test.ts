// The stream and what is read beside it, on a bad line: what is on screen is made true again by itself.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { health } from '../api/health.svelte';
import { live } from './live.svelte';
import { store } from './store.svelte';

vi.hoisted(() => {
  const nothing = { length: 0, key: () => null, getItem: () => null, setItem: () => undefined, removeItem: () => undefined, clear: () => undefined };
  Object.assign(globalThis, { localStorage: nothing, addEventListener: () => undefined });
});

const answer = (body: unknown): Response => new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } });
const gateway = (): Response => new Response('bad gateway', { status: 502 });
const refused = (status: number): Response => new Response('{}', { status, headers: { 'Content-Type': 'application/problem+json' } });
const workspace = (name: string) => ({
  slug: 'code', name, position: 'p0', seat: 'ngozi', role: 'MEMBER', organisations: [], seats: [], lists: [], said: [], trackers: [], views: [],
});

/** What each address answers next; the last answer holds. */
let workspaces: (() => Response)[];
let streams: ((signal?: AbortSignal) => Response)[];
const next = (answers: typeof streams, signal?: AbortSignal): Response => ((answers.length > 1 ? answers.shift() : answers[0]) as (typeof streams)[0])(signal);

function stream(...frames: object[]): Response {
  const text = frames.map((frame) => `data: ${JSON.stringify(frame)}\n\n`).join('');
  const body = new ReadableStream({ start: (to) => to.enqueue(new TextEncoder().encode(`:\n\n${text}`)) });
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
}

/** Lets this many milliseconds pass, and with them what other threads do for it (the ciphers). */
async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 250) {
    await vi.advanceTimersByTimeAsync(250);
    await crypto.subtle.digest('SHA-256', new Uint8Array());
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('fetch', async (path: string, { signal }: RequestInit) => {
    if (path.includes('/events')) return next(streams, signal ?? undefined);
    return path.includes('/session/key') ? answer({ key: 'k' }) : next(workspaces);
  });
});
afterEach(() => {
  live.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('what a frame says is to be read again is read again until it is there', async () => {
  workspaces = [() => answer(workspace('As it was')), gateway, () => refused(500), () => answer(workspace('As it is'))];
  streams = [() => stream({ position: 'p1', happened: [], put: {}, reload: true })];
  void live.open('code');
  await pass(1_000);
  expect(store.head?.name).toBe('As it was');
  const before = live.epoch;

  await pass(20_000);
  expect(store.head?.name).toBe('As it is');
  expect(live.epoch).toBeGreaterThan(before);
  expect(live.line).toBe('live');
});

test('a position that is known no more is made good also where the line breaks just then', async () => {
  workspaces = [() => answer(workspace('As it was')), gateway, () => answer(workspace('As it is'))];
  streams = [() => refused(404), () => stream()];
  void live.open('code');
  await pass(20_000);
  expect(store.head?.name).toBe('As it is');
  expect(live.line).toBe('live');
});

test('a workspace that is closed to its reader leaves the screen', async () => {
  workspaces = [() => answer(workspace('As it was')), () => refused(404)];
  streams = [() => refused(404)];
  void live.open('code');
  await pass(20_000);
  expect(store.head).toBeUndefined();
  expect(live.line).toBe('closed');
});

test('where a proxy holds the stream back, what is new is fetched all the same, and that is said', async () => {
  const held = (signal?: AbortSignal): Response => {
    const body = new ReadableStream({ start: (to) => signal?.addEventListener('abort', () => to.error(new DOMException('cut', 'AbortError'))) });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  };
  workspaces = [() => answer(workspace('As it was')), () => answer(workspace('As it is'))];
  streams = [held, held, held, held, held, () => stream()];
  void live.open('code');
  await pass(5_000);
  expect(live.line).toBe('opening');
  await pass(80_000);
  expect([store.head?.name, health.mute, health.offline]).toEqual(['As it is', true, false]);
  expect(live.epoch).toBeGreaterThan(0);

  await pass(150_000);
  expect([live.line, health.mute]).toEqual(['live', false]);
});

test('a stream that is cut again and again is live again a second later, and is nothing to tell', async () => {
  const cut = (): Response => {
    const body = new ReadableStream({
      start(to) {
        to.enqueue(new TextEncoder().encode(':\n\n'));
        setTimeout(() => to.error(new TypeError('cut')), 5_000);
      },
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  };
  workspaces = [() => answer(workspace('As it is'))];
  streams = [cut];
  void live.open('code');
  await pass(60_000);
  expect([health.offline, health.mute]).toEqual([false, false]);
});
