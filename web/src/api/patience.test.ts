import { afterEach, expect, test, vi } from 'vitest';
import { live } from '../stream/live.svelte';
import { api } from './api';
import { health } from './health.svelte';

const away = (): Response =>
  new Response(JSON.stringify({ type: 'about:blank', title: 'Try again shortly', status: 503, detail: '' }), {
    status: 503,
    headers: { 'Content-Type': 'application/problem+json', 'Retry-After': '0' },
  });

afterEach(() => {
  live.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('that the server asks for a moment is told until it has answered, also while it is asked again', async () => {
  let answer: (response: Response) => void = () => {};
  const asked = vi
    .fn()
    .mockResolvedValueOnce(away())
    .mockImplementationOnce(() => new Promise((done) => (answer = done)));
  vi.stubGlobal('fetch', asked);

  const read = api.me();
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
  expect(health.waiting).toBe(1);

  answer(new Response('{"workspaces":[]}'));
  await read;
  expect(health.waiting).toBe(0);
});

test('a workspace opens by itself, however long the database was away', async () => {
  vi.useFakeTimers();
  const asked = vi.fn().mockImplementation(() => Promise.resolve(away()));
  vi.stubGlobal('fetch', asked);

  void live.open('code-of-practice');
  await vi.advanceTimersByTimeAsync(60_000);

  expect(live.line).not.toBe('closed');
  expect(asked.mock.calls.length).toBeGreaterThan(20);
});
