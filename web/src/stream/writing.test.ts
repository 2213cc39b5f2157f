import { describe, expect, it, vi } from 'vitest';
import { Refusal, Unreachable } from '../api/problem';
import { OTHER } from '../api/signIn';
import type { Accepted } from '../api/types';
import { bringBack } from '../ui/broughtBack';
import { Drafts, forgetWritten } from './drafts';
import { Errands } from './errands.svelte';
import { MemoryStorage } from './memory';
import { NEWCOMERS, Outbox, OUTBOX, type Post, type Ways } from './outbox.svelte';

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

describe('a post that the stream brings before its answer comes', () => {
  const slow = (storage: Storage, stands?: Ways['stands']) => {
    const answers: { yes: (accepted: Accepted) => void; no: (error: unknown) => void }[] = [];
    const send = (): Promise<Accepted> => new Promise((yes, no) => answers.push({ yes, no }));
    const outbox = new Outbox({ storage, send, stands, arrival: () => Promise.resolve(), newKey: () => 'key', now: () => new Date() });
    outbox.open('ngozi');
    return { outbox, answers };
  };
  const post = { text: 'Said once' };

  it('does not stand beside what has arrived, and its sender still hears what became of it', async () => {
    const { outbox, answers } = slow(new MemoryStorage());
    const heard: string[] = [];
    outbox.add('thread:t1', '/api/x', post, ({ id }) => heard.push(id));
    expect(outbox.at('thread:t1')).toHaveLength(1);
    outbox.arrived('another key');
    expect(outbox.at('thread:t1')).toHaveLength(1);
    outbox.arrived('key');
    expect([outbox.at('thread:t1'), outbox.waiting, outbox.unsent]).toEqual([[], 0, []]);

    answers[0]?.yes({ id: 'e1' });
    await settled();
    expect([heard, outbox.posts]).toEqual([['e1'], []]);
  });

  it('is not taken up again by another page, nor shown as refused', async () => {
    const storage = new MemoryStorage();
    const { outbox, answers } = slow(storage);
    outbox.add('thread:t1', '/api/x', post);
    outbox.arrived('key');
    const other = slow(storage);
    expect([other.outbox.posts, other.answers]).toEqual([[], []]);
    expect(storage.length).toBe(0);

    answers[0]?.no(new Refusal({ type: 'about:blank', title: '', status: 403, detail: 'Your seat has ended.' }));
    await settled();
    expect([outbox.posts, outbox.refused]).toEqual([[], []]);
  });

  it('does not stand beside what it made while a page that was opened anew asks for it', async () => {
    const storage = new MemoryStorage();
    slow(storage).outbox.add('thread:t1', '/api/x', post);
    const shown: string[] = [];
    const { outbox, answers } = slow(storage, (one) => one.tried === true && shown.includes(one.made ?? String(one.body.text)));
    expect(outbox.at('thread:t1')).toHaveLength(1);
    shown.push('Said once');
    expect(outbox.at('thread:t1')).toEqual([]);

    answers[0]?.no(new Refusal({ type: 'about:blank', title: '', status: 400, detail: 'It was another.' }));
    await settled();
    expect(outbox.at('thread:t1').map((one) => one.state)).toEqual(['refused']);
  });
});

describe('what waits when its author signs out, or their session ends', () => {
  it('is not sent by the person who signs in next in the same tab, and is there when its author is back', async () => {
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

it('what an upgrade refused to a page waits in the next one, and is sent once', async () => {
  const [server, storage] = [new Server(), new MemoryStorage()];
  const post: Post = { key: 'k1', place: 'thread:t1', path: '/api/x', body: { text: 'Kept' }, at: '2022-06-20T09:00:00Z', state: 'refused', tried: true, problem: { type: OTHER, title: '', status: 409, detail: 'Load the page again.' } };
  storage.setItem(`${OUTBOX}ngozi.k1`, JSON.stringify(post));
  storage.setItem(`${OUTBOX}ngozi.k2`, JSON.stringify({ ...post, key: 'k2', body: { text: 'Too long' }, problem: { ...post.problem, type: 'about:blank' } }));
  const outbox = outboxOn(server, storage);
  await settled();
  expect(server.posted).toEqual([{ key: 'k1', body: { text: 'Kept' } }]);
  expect(outbox.refused.map(({ key, problem }) => [key, problem?.type])).toEqual([['k2', 'about:blank']]);
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

/** Two tabs of one browser: what one writes or removes, the other hears of. */
class Tabs {
  readonly storage = new MemoryStorage();
  #acts: { tab: number; act: (name: string) => void }[] = [];

  of(tab: number): { storage: Storage; elsewhere: NonNullable<Ways['elsewhere']> } {
    const tell = (name: string): void => this.#acts.forEach((one) => one.tab !== tab && one.act(name));
    const storage = Object.assign(Object.create(this.storage) as Storage, {
      getItem: (name: string) => this.storage.getItem(name),
      key: (i: number) => this.storage.key(i),
      setItem: (name: string, value: string) => (this.storage.setItem(name, value), tell(name)),
      removeItem: (name: string) => (this.storage.removeItem(name), tell(name)),
    });
    Object.defineProperty(storage, 'length', { get: () => this.storage.length });
    return {
      storage,
      elsewhere: (act) => {
        this.#acts.push({ tab, act });
        return () => undefined;
      },
    };
  }
}

describe('two tabs of one person', () => {
  const tab = (server: Server, tabs: Tabs, n: number): Outbox => {
    const outbox = new Outbox({ ...tabs.of(n), send: server.send, arrival: () => Promise.resolve(), newKey: () => `key-${n}`, now: () => new Date() });
    outbox.open('ngozi');
    return outbox;
  };

  it('send once what one of them wrote, and neither offers it again', async () => {
    const server = new Server();
    const tabs = new Tabs();
    server.line = 'down';
    const first = tab(server, tabs, 1);
    first.add('thread:t1', '/api/x', { text: 'Where is the annex?' });
    await settled();
    const second = tab(server, tabs, 2);
    await settled();
    expect(second.waiting).toBe(1);

    server.line = 'up';
    await first.flush();
    await settled();
    expect(second.posts).toEqual([]);
    await second.flush();
    expect(server.posted).toHaveLength(1);
  });

  it('say both that a post was refused, until one of them has seen to it', async () => {
    const server = new Server();
    const tabs = new Tabs();
    server.line = 'down';
    const first = tab(server, tabs, 1);
    first.add('thread:t1', '/api/x', { text: 'Too long' });
    await settled();
    const second = tab(server, tabs, 2);
    await settled();
    [server.line, server.refuses] = ['up', true];
    await first.flush();
    await settled();
    expect(second.refused.map((post) => post.problem?.detail)).toEqual(['The text is too long.']);

    first.discard('key-1');
    expect(second.posts).toEqual([]);
  });

  it('finish what a tab that was closed had begun', async () => {
    vi.useFakeTimers();
    const server = new Server();
    const tabs = new Tabs();
    const second = tab(server, tabs, 2);
    server.line = 'down';
    tab(server, tabs, 1).add('thread:t1', '/api/x', { text: 'Written, and closed' });
    server.line = 'up';
    await vi.advanceTimersByTimeAsync(20_000);
    vi.useRealTimers();
    expect(server.posted).toHaveLength(1);
    expect(second.posts).toEqual([]);
  });

  it('have one draft', () => {
    const tabs = new Tabs();
    const [first, second] = [1, 2].map((n) => new Drafts(tabs.of(n).storage, tabs.of(n).elsewhere)) as [Drafts, Drafts];
    const heard: unknown[] = [];
    second.follow('ngozi', 'thread:t1', { form: () => undefined, act: (draft) => heard.push(draft?.text) > 0 });
    first.write('ngozi', 'thread:t1', { text: 'Dear all', audience: 'CIVIL_SOCIETY' });
    first.write('ngozi', 'thread:t1', { text: 'Dear all', audience: 'CIVIL_SOCIETY' });
    first.write('ngozi', 'thread:t2', { text: 'elsewhere' });
    first.drop('ngozi', 'thread:t1');
    expect(heard).toEqual(['Dear all', undefined]);
  });
});

it('a post waits while its author sees the workspace with other eyes, and is sent when they are back', async () => {
  const server = new Server();
  let looks = true;
  const outbox = new Outbox({ storage: new MemoryStorage(), send: server.send, held: () => looks, arrival: () => Promise.resolve(), newKey: () => 'key', now: () => new Date() });
  outbox.open('amina');
  outbox.add('thread:t1', '/api/workspaces/cop/threads/t1/entries', { text: 'Written before she looked' });
  await settled();
  expect([server.posted, outbox.waiting, outbox.refused]).toEqual([[], 1, []]);

  looks = false;
  await outbox.flush();
  expect(server.posted.map((post) => post.key)).toEqual(['key']);
});

it('a post that was under way when its author began to look is not taken for refused', async () => {
  let looks = false;
  const send = async (): Promise<never> => {
    looks = true;
    throw new Refusal({ type: 'about:blank', title: '', status: 403, detail: 'You are looking.' });
  };
  const outbox = new Outbox({ storage: new MemoryStorage(), send, held: () => looks, arrival: () => Promise.resolve(), newKey: () => 'key', now: () => new Date() });
  outbox.open('amina');
  outbox.add('thread:t1', '/api/workspaces/cop/threads/t1/entries', { text: 'Under way' });
  await settled();
  expect([outbox.waiting, outbox.refused]).toEqual([1, []]);
  outbox.close();
});

describe('what waits in another workspace', () => {
  const PATH = '/api/workspaces/memo/threads/t9/entries';
  /** Written by the seat `ngozi-memo` without a line; the person is in another workspace now. */
  async function errands(server: Server, more: { seat?: string; came?: string; looks?: boolean; closed?: boolean } = {}) {
    const storage = new MemoryStorage();
    const line = server.line;
    server.line = 'down';
    const there = new Outbox({ storage, send: server.send, arrival: () => Promise.resolve(), newKey: () => 'key', now: () => new Date() });
    there.open('ngozi-memo');
    there.add('thread:t9', PATH, { text: 'For the memo', audience: 'EVERYONE' }, undefined, [], ['ngozi-memo']);
    await settled();
    there.close();
    server.line = line;
    const said: [number, string][] = [];
    const send: Ways['send'] = (path, body, key, shown) => {
      if (shown !== undefined) throw new Refusal({ type: 'more-readers', title: '', status: 409, detail: '', current: { audience: 'EVERYONE' } as never });
      return server.send(path, body, key);
    };
    const room = async (w: string) => {
      if (more.closed) throw new Refusal({ type: 'about:blank', title: '', status: 404, detail: '' });
      return { seat: more.seat ?? 'ngozi-memo', name: `The ${w}` };
    };
    const all = new Errands({ storage, send: async (...asked) => send(...asked), room, newcomers: () => more.came, held: () => more.looks ?? false, sent: (n, name) => said.push([n, name]) });
    all.open('ngozi-cop');
    return { all, said, storage };
  }

  it('is sent under its key when the line is back, and that is said', async () => {
    const server = new Server();
    const { all, said, storage } = await errands(server);
    expect(all.waiting.map((post) => [post.seat, post.w])).toEqual([['ngozi-memo', 'memo']]);
    await all.run();
    expect(server.posted.map((post) => post.key)).toEqual(['key']);
    expect([said, all.posts, storage.length]).toEqual([[[1, 'The memo']], [], 0]);
    all.close();
  });

  it('waits on while there is no line, and goes out by itself', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const server = new Server();
    const begun = errands(server);
    await vi.advanceTimersByTimeAsync(10);
    const { all } = await begun;
    server.line = 'down';
    await all.run();
    expect(all.waiting).toHaveLength(1);
    server.line = 'up';
    await vi.advanceTimersByTimeAsync(6_000);
    vi.useRealTimers();
    expect(server.posted).toHaveLength(1);
    all.close();
  });

  it.each([{ seat: 'another seat of hers' }, { closed: true }, { looks: true }])('is not sent for another seat, nor where it is closed, nor with other eyes: %j', async (more) => {
    const server = new Server();
    const { all, said, storage } = await errands(server, more);
    await all.run();
    expect([server.posted, said, all.waiting.length, storage.length]).toEqual([[], [], 1, 1]);
    all.close();
  });

  it('is asked about where others would read it, and stands refused with its words', async () => {
    const server = new Server();
    const { all, storage } = await errands(server, { came: '2 people from Brightline' });
    await all.run();
    expect(server.posted).toEqual([]);
    expect(all.refused.map(({ problem, body }) => [problem?.type, problem?.detail, body.text])).toEqual([[NEWCOMERS, '2 people from Brightline', 'For the memo']]);
    const back = new Outbox({ storage, send: server.send, arrival: () => Promise.resolve(), newKey: () => 'k', now: () => new Date() });
    back.open('ngozi-memo');
    back.knowingly('key');
    await settled();
    expect(server.posted.map((post) => post.key)).toEqual(['key']);
    all.close();
  });

  it('is nobody\'s to send once its author has signed out', async () => {
    const server = new Server();
    const { all } = await errands(server);
    all.close();
    await all.run();
    expect([server.posted, all.posts]).toEqual([[], []]);
  });
});

describe('a post that waited while others came', () => {
  /** Refuses whatever is read by more than its author was shown, as the server does; unless it has it already. */
  function room(server: Server, came: string | undefined) {
    const guards: (string | undefined)[] = [];
    const send: Ways['send'] = (path, body, key, shown) => {
      guards.push(shown);
      const known = server.posted.some((post) => post.key === key);
      if (shown !== undefined && !known) throw new Refusal({ type: 'more-readers', title: '', status: 409, detail: '', current: { audience: 'EVERYONE' } as never });
      return server.send(path, body, key);
    };
    const outbox = new Outbox({ storage: new MemoryStorage(), send: async (...asked) => send(...asked), newcomers: async () => came, arrival: () => Promise.resolve(), newKey: () => 'key', now: () => new Date() });
    outbox.open('ngozi');
    return { outbox, guards };
  }
  const add = (outbox: Outbox): void => outbox.add('thread:t1', '/api/x', { text: 'Our line on fees', audience: 'EVERYONE' }, undefined, [], ['ngozi', 'dara']);

  it('is sent to them only when its author says so, under its key', async () => {
    const server = new Server();
    const { outbox, guards } = room(server, '2 people from Brightline');
    server.line = 'down';
    add(outbox);
    await settled();
    server.line = 'up';
    await outbox.flush();
    expect(server.posted).toEqual([]);
    expect(outbox.refused.map(({ problem }) => [problem?.type, problem?.detail])).toEqual([[NEWCOMERS, '2 people from Brightline']]);

    outbox.knowingly('key');
    await settled();
    expect(server.posted.map((post) => post.key)).toEqual(['key']);
    expect(guards).toEqual([undefined, 'NAMED(ngozi)', undefined]);
  });

  it('is not asked about, nor sent again, where it had got through', async () => {
    const server = new Server();
    const { outbox } = room(server, '2 people from Brightline');
    server.line = 'cut after hearing';
    add(outbox);
    await settled();
    server.line = 'up';
    await outbox.flush();
    await settled();
    expect(server.posted).toHaveLength(1);
    expect(outbox.posts).toEqual([]);
  });

  it('is sent at once where nobody came', async () => {
    const server = new Server();
    const { outbox } = room(server, undefined);
    server.line = 'down';
    add(outbox);
    await settled();
    server.line = 'up';
    await outbox.flush();
    expect(server.posted).toHaveLength(1);
  });
});

it('what was written in a workspace that is closed by now is still its author\'s', async () => {
  const server = new Server();
  const storage = new MemoryStorage();
  server.line = 'down';
  outboxOn(server, storage).add('thread:t1', '/api/workspaces/code/threads/t1/entries', { text: 'Before my seat ended' });
  await settled();
  const later = new Outbox({ storage, send: server.send, arrival: () => Promise.resolve(), newKey: () => 'k', now: () => new Date() });
  const texts = (posts: Post[]): unknown[] => posts.map((post) => post.body.text);
  expect(texts(later.left('code'))).toEqual(['Before my seat ended']);
  expect(later.left('another')).toEqual([]);
  later.discardLeft(later.left('code')[0]?.key ?? '');
  expect(later.left('code')).toEqual([]);
});

describe('a post that comes back to be edited', () => {
  it('stands before what was begun at its place meanwhile', () => {
    const drafts = new Drafts(new MemoryStorage());
    drafts.write('ada', 'tracker:COP', { subject: 'Second matter', text: 'Its words', audience: 'EVERYONE' });
    bringBack(drafts, 'ada', 'tracker:COP', { subject: 'First matter', text: 'Refused', audience: 'EVERYONE' });
    expect(drafts.read('ada', 'tracker:COP')).toMatchObject({ subject: 'First matter', text: 'Refused\n\nSecond matter\n\nIts words', audience: 'EVERYONE' });
  });

  it('is for nobody until its author says for whom, where the two were for others', () => {
    const drafts = new Drafts(new MemoryStorage());
    drafts.write('ada', 'actions', { text: 'Between ourselves', audience: 'CIVIL_SOCIETY' });
    bringBack(drafts, 'ada', 'actions', { subject: 'Call', text: '', audience: 'EVERYONE' });
    expect(drafts.read('ada', 'actions')?.audience).toBe('');
  });
});
