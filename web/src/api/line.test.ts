// Requests over lines that break, hang, or have somebody on them who answers instead of the server.
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { act } from '../stream/acting';
import { live } from '../stream/live.svelte';
import { MemoryStorage } from '../stream/memory';
import { Outbox } from '../stream/outbox.svelte';
import { api } from './api';
import { health } from './health.svelte';
import { Refusal, Unreachable } from './problem';

const PAGE = { headers: { 'Content-Type': 'text/html; charset=utf-8' } };
const JSON_TYPE = { headers: { 'Content-Type': 'application/json' } };
const accepted = (position: string): Response => new Response(JSON.stringify({ id: 'e1', position }), JSON_TYPE);
const failure = (asked: Promise<unknown>): Promise<unknown> => asked.then(() => undefined, (error: unknown) => error);
const keyOf = (call: unknown[] | undefined): string | undefined => (call?.[1] as { headers: Record<string, string> }).headers['Idempotency-Key'];

/** The head has come, and half of the words; then the line breaks. */
function half(): Response {
  const body = new ReadableStream({
    start(to) {
      to.enqueue(new TextEncoder().encode('{"id":"e1","posi'));
      to.error(new TypeError('network error'));
    },
  });
  return new Response(body, JSON_TYPE);
}

const asked = vi.fn();
beforeEach(() => {
  vi.stubGlobal('fetch', asked);
  vi.stubGlobal('navigator', { onLine: true });
  vi.spyOn(live, 'arrival').mockResolvedValue();
});
afterEach(() => {
  live.close();
  asked.mockReset();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a post whose answer is lost in the middle', () => {
  it('waits, and is asked for again under its key', async () => {
    asked.mockResolvedValueOnce(half()).mockResolvedValueOnce(accepted('p1'));
    const outbox = new Outbox({ storage: new MemoryStorage(), send: api.post, arrival: () => Promise.resolve(), newKey: () => 'the key of this post', now: () => new Date() });
    outbox.open('ngozi');
    outbox.add('thread:t1', '/api/x', { text: 'The notice came at noon.' });
    await vi.waitFor(() => expect(outbox.waiting).toBe(1));

    await outbox.flush();
    expect(asked.mock.calls.map(keyOf)).toEqual(['the key of this post', 'the key of this post']);
    await vi.waitFor(() => expect(outbox.posts).toEqual([]));
  });
});

describe('an answer that was on its way when the browser went offline', () => {
  it('comes, and the line is still lost; the next one brings it back', async () => {
    let answer: (response: Response) => void = () => undefined;
    asked.mockReturnValueOnce(new Promise((done) => (answer = done))).mockResolvedValueOnce(accepted('p2'));
    const first = api.post('/api/x', {}, 'k');
    vi.stubGlobal('navigator', { onLine: false });
    health.lost();
    answer(accepted('p1'));
    expect(await first).toBeDefined();
    expect(health.offline).toBe(true);

    await api.post('/api/x', {}, 'k'); // what answers now is there, whatever the browser says
    expect(health.offline).toBe(false);
  });
});

describe('somebody on the way who answers', () => {
  const answers: [string, () => Response][] = [
    ['a network that wants to be signed in to', () => new Response('<form>Room number</form>', PAGE)],
    ['a proxy before a server that starts', () => new Response('<h1>Bad gateway</h1>', { ...PAGE, status: 502 })],
    ['a proxy that knows no such server', () => new Response('not found', { status: 404 })],
  ];
  it.each(answers)('%s is no answer', async (_, answer) => {
    asked.mockImplementation(() => Promise.resolve(answer()));
    expect(await failure(api.post('/api/x', {}, 'k'))).toBeInstanceOf(Unreachable);
  });

  it('does not close a workspace: it opens by itself later', async () => {
    vi.useFakeTimers();
    asked.mockImplementation(() => Promise.resolve(new Response('bad gateway', { status: 502 })));
    void live.open('code-of-practice');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(live.line).toBe('opening');
    expect(asked.mock.calls.length).toBeGreaterThan(6);
  });

  it('may hold a limit, and then there are words for it', async () => {
    asked.mockResolvedValue(new Response('<h1>413</h1>', { ...PAGE, status: 413 }));
    const refused = (await failure(api.post('/api/x', { text: 'long' }, 'k'))) as Refusal;
    expect(refused.problem.detail).toContain('too large');
  });

  it('is no stream of events', async () => {
    asked.mockResolvedValue(new Response('<form>Room number</form>', PAGE));
    expect(await failure(api.events('w', 'p', new AbortController().signal))).toBeInstanceOf(Unreachable);
  });
});

test('what nobody answers any more is given up, and may be asked for again', async () => {
  vi.useFakeTimers();
  asked.mockImplementation((_: string, { signal }: RequestInit) => new Promise((__, no) => signal?.addEventListener('abort', () => no(new DOMException('cut', 'AbortError')))));
  const over = failure(api.post('/api/x', { text: 'short' }, 'k'));
  await vi.advanceTimersByTimeAsync(61_000);
  expect(await over).toBeInstanceOf(Unreachable);
});

describe('an act whose answer was lost', () => {
  const plan = { title: 'Call with the agency' };

  it('is the same act when its button is pressed again', async () => {
    asked.mockRejectedValueOnce(new TypeError('cut')).mockResolvedValueOnce(accepted('p1'));
    await failure(act.post('/api/actions', plan));
    await act.post('/api/actions', plan);
    expect(keyOf(asked.mock.calls[1])).toBe(keyOf(asked.mock.calls[0]));
  });

  it('is another one after it was answered, after others, and for other words', async () => {
    asked.mockImplementation(() => Promise.resolve(accepted('p1')));
    await act.post('/api/actions', plan);
    await act.post('/api/actions', plan);
    asked.mockRejectedValueOnce(new TypeError('cut'));
    await failure(act.post('/api/closure', {}));
    await act.post('/api/reopening', {});
    await act.post('/api/closure', {});
    expect(new Set(asked.mock.calls.map(keyOf)).size).toBe(5);
  });
});
