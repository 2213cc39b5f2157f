import { describe, expect, it, vi } from 'vitest';
import { Refusal, Unreachable } from '../api/problem';
import type { Accepted } from '../api/types';
import { Drafts, forgetWritten } from './drafts';
import { MemoryStorage } from './memory';
import { Outbox, type Ways } from './outbox.svelte';

/** A server that remembers Idempotency-Keys, on a line that can be cut before or after it has heard. */
class Server {
  posted: { key: string; body: unknown }[] = [];
  line: 'up' | 'down' | 'cut after hearing' = 'up';
  refuses = false;
  #answers = new Map<string, Accepted>();

  send = async (_path: string, body: unknown, key: string): Promise<Accepted> => {
    if (this.line === 'down') throw new Unreachable();
    if (this.refuses) throw new Refusal({ type: 'about:blank', title: 'Not posted', status: 400, detail: 'The text is too long.' });
    const known = this.#answers.get(key);
    const answer = known ?? { id: `e${this.posted.length + 1}`, position: `p${this.posted.length + 1}` };
    if (!known) this.posted.push({ key, body });
    this.#answers.set(key, answer);
    if (this.line === 'cut after hearing') throw new Unreachable();
    return answer;
  };
}

function outboxOn(server: Server, storage: Storage, arrival: Ways['arrival'] = () => Promise.resolve()): Outbox {
  let n = 0;
  const outbox = new Outbox({ storage, send: server.send, arrival, newKey: () => `key-${++n}-${Math.random()}`, now: () => new Date('2022-06-20T10:00:00Z') });
  outbox.open('ngozi');
  return outbox;
}
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 5));

describe('a post made offline', () => {
  it('is kept, and sent once when the line is back', async () => {
    const server = new Server();
    const outbox = outboxOn(server, new MemoryStorage());
    server.line = 'down';
    outbox.add('thread:t1', '/api/x', { text: 'Is there a number for nights?' });
    await settled();
    expect(outbox.waiting).toBe(1);

    server.line = 'up';
    await Promise.all([outbox.flush(), outbox.flush()]);
    await settled();
    expect(server.posted).toHaveLength(1);
    expect(outbox.posts).toEqual([]);
  });

  it('survives a reload under the same key, even if the server had heard it before the line was cut', async () => {
    const server = new Server();
    const storage = new MemoryStorage();
    server.line = 'cut after hearing';
    outboxOn(server, storage).add('thread:t1', '/api/x', { text: 'We can live with a common template.' });
    await settled();

    server.line = 'up';
    const after = outboxOn(server, storage);
    await after.flush();
    await settled();
    expect(server.posted).toHaveLength(1);
    expect(after.posts).toEqual([]);
    expect(storage.length).toBe(0);
  });

  it('is never sent by another person signing in here', async () => {
    const server = new Server();
    const storage = new MemoryStorage();
    server.line = 'down';
    outboxOn(server, storage).add('list:coalition', '/api/x', { text: 'For civil society only.' });
    await settled();
    server.line = 'up';
    const other = new Outbox({ storage, send: server.send, arrival: () => Promise.resolve(), newKey: () => 'k', now: () => new Date() });
    other.open('jonas');
    await settled();
    expect(server.posted).toEqual([]);
    expect(other.posts).toEqual([]);
  });
});

describe('what waits when its author signs out, or their session ends', () => {
  it('is not sent by whoever signs in next in the same tab, and is there when its author is back', async () => {
    const server = new Server();
    const storage = new MemoryStorage();
    server.line = 'down';
    const outbox = outboxOn(server, storage);
    outbox.add('list:coalition', '/api/x', { text: 'For civil society only.' });
    await settled();
    outbox.close();
    server.line = 'up';
    await outbox.flush();
    outbox.open('jonas');
    await settled();
    expect(server.posted).toEqual([]);
    expect(outbox.posts).toEqual([]);
    outbox.open('ngozi');
    await settled();
    expect(server.posted).toHaveLength(1);
  });

  it('is not written down again when the server answers late', async () => {
    const storage = new MemoryStorage();
    let refuse: () => void = () => {};
    const send = (): Promise<never> => new Promise((_, no) => (refuse = () => no(new Refusal({ type: 'about:blank', title: '', status: 403, detail: 'No.' }))));
    const outbox = new Outbox({ storage, send, arrival: () => Promise.resolve(), newKey: () => 'k', now: () => new Date() });
    outbox.open('ngozi');
    outbox.add('list:coalition', '/api/x', { text: 'Half said' });
    await settled();
    outbox.close();
    forgetWritten(storage);
    refuse();
    await settled();
    expect(storage.length).toBe(0);
    expect(outbox.posts).toEqual([]);
  });
});

it('a refused post keeps its text and does not hold up the next one', async () => {
  const server = new Server();
  const outbox = outboxOn(server, new MemoryStorage());
  server.refuses = true;
  outbox.add('thread:t1', '/api/x', { text: 'Refused' });
  await settled();
  server.refuses = false;
  outbox.add('thread:t1', '/api/x', { text: 'Taken' });
  await settled();
  expect(server.posted.map((post) => (post.body as { text: string }).text)).toEqual(['Taken']);
  expect(outbox.at('thread:t1').map((post) => [post.state, post.body.text])).toEqual([['refused', 'Refused']]);
});

it('a post stays on screen as saving until its frame has come', async () => {
  let arrive: () => void = () => {};
  const outbox = outboxOn(new Server(), new MemoryStorage(), () => new Promise((done) => (arrive = done)));
  const taken = vi.fn();
  outbox.add('thread:t1', '/api/x', { text: 'Hello' }, taken);
  await settled();
  expect(outbox.posts[0]?.state).toBe('saving');
  expect(taken).toHaveBeenCalledWith({ id: 'e1', position: 'p1' });
  arrive();
  await settled();
  expect(outbox.posts).toEqual([]);
});

it('a post is sent also where the browser has no room to keep it', async () => {
  const full = new MemoryStorage();
  full.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const server = new Server();
  outboxOn(server, full).add('thread:t1', '/api/x', { text: 'A long memo' });
  await settled();
  expect(server.posted.map((post) => post.body)).toEqual([{ text: 'A long memo' }]);
  expect(new Drafts(full).write('ada', 'thread:t1', { text: 'A long memo' })).toBe(false);
});

describe('drafts', () => {
  it('come back by seat and place, with the audience their author saw', () => {
    const drafts = new Drafts(new MemoryStorage());
    drafts.write('ada', 'thread:t1', { text: 'Half a sentence', audience: 'CIVIL_SOCIETY' });
    expect(drafts.read('ada', 'thread:t1')).toEqual({ text: 'Half a sentence', audience: 'CIVIL_SOCIETY' });
    expect(drafts.read('ada', 'thread:t2')).toBeUndefined();
    expect(drafts.read('jonas', 'thread:t1')).toBeUndefined();
  });

  it('are gone when emptied, and all of them at sign-out', () => {
    const storage = new MemoryStorage();
    const drafts = new Drafts(storage);
    drafts.write('ada', 'a', { text: '', subject: '' });
    expect(storage.length).toBe(0);
    drafts.write('ada', 'a', { text: 'x' });
    storage.setItem('caucus.outbox.ada.k', '{}');
    storage.setItem('caucus.seen.code-of-practice', '2026-06-14T09:00:00Z');
    storage.setItem('caucus.theme', 'dark');
    forgetWritten(storage);
    expect(storage.length).toBe(1);
  });
});
