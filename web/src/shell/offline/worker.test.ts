// The worker as the browser runs it, with a cache and a server of the test's own.
import { describe, expect, it } from 'vitest';
import text from './worker.js?raw';

type Event = { waitUntil?: (p: Promise<unknown>) => void; respondWith?: (p: Promise<Response>) => void; request?: { method: string; mode: string; url: string } };

function worker(serve: (path: string) => Promise<Response>) {
  const stores = new Map<string, Map<string, Response>>();
  const heard = new Map<string, (event: Event) => void>();
  const open = (name: string) => {
    const store = stores.get(name) ?? new Map<string, Response>();
    stores.set(name, store);
    return {
      addAll: async (paths: string[]) => void (await Promise.all(paths.map(async (path) => store.set(path, await serve(path))))),
      put: async (path: string, answer: Response) => void store.set(path, answer),
    };
  };
  const caches = {
    open: async (name: string) => open(name), keys: async () => [...stores.keys()], delete: async (name: string) => stores.delete(name),
    match: async (path: string, { cacheName }: { cacheName: string }) => stores.get(cacheName)?.get(path)?.clone(),
  };
  const self = { location: { origin: 'https://caucus.example' }, clients: { claim: async () => undefined }, addEventListener: (name: string, act: (event: Event) => void) => heard.set(name, act) };
  const fetch = (asked: string | { url: string }) => serve(typeof asked === 'string' ? asked : new URL(asked.url).pathname);
  const source = text.replace('__BUILD__', 'new').replace('__FILES__', '["/assets/a-1.js","/assets/view-1.js"]').replace('__ENTRY__', 'assets/a-1.js');
  new Function('self', 'caches', 'fetch', 'setTimeout', source)(self, caches, fetch, (act: () => void) => setTimeout(act, 10));
  const waited = async (name: 'install' | 'activate' | 'message'): Promise<void> => {
    let done: Promise<unknown> = Promise.resolve();
    heard.get(name)?.({ waitUntil: (p) => (done = p) });
    await done;
  };
  const ask = (path: string, mode = 'navigate', method = 'GET'): Promise<Response> | undefined => {
    let answer: Promise<Response> | undefined;
    heard.get('fetch')?.({ request: { method, mode, url: `https://caucus.example${path}` }, respondWith: (p) => (answer = p) });
    return answer;
  };
  return { stores, waited, ask };
}

const page = (entry: string): Response => new Response(`<script src="/${entry}"></script>`);
const gone = (): Promise<Response> => Promise.reject(new TypeError('no line'));

describe('the worker', () => {
  it('opens the page of its build when there is no line', async () => {
    let line = true;
    const { waited, ask } = worker((path) => (line ? Promise.resolve(path === '/' ? page('assets/a-1.js') : new Response(path)) : gone()));
    await waited('install');
    line = false;
    expect(await (await ask('/w/code/lists'))?.text()).toContain('assets/a-1.js');
    expect(await (await ask('/w/code/instruments/cop-draft/i.3.b'))?.text()).toContain('assets/a-1.js');
    expect(await (await ask('/assets/a-1.js', 'cors'))?.text()).toBe('/assets/a-1.js');
  });

  it('opens it also where the line is so bad that nothing comes in time, and where the server fails', async () => {
    let served: () => Promise<Response> = async () => page('assets/a-1.js');
    const { waited, ask } = worker((path) => (path === '/assets/a-1.js' ? Promise.resolve(new Response('code')) : served()));
    await waited('install');
    served = () => new Promise(() => undefined);
    expect(await (await ask('/w/code'))?.text()).toContain('assets/a-1.js');
    served = async () => new Response('bad gateway', { status: 502 });
    expect(await (await ask('/w/code'))?.text()).toContain('assets/a-1.js');
  });

  it('shows what is served now while there is a line', async () => {
    let entry = 'assets/a-1.js';
    const { waited, ask } = worker(async () => page(entry));
    await waited('install');
    entry = 'assets/b-2.js';
    expect(await (await ask('/w/code'))?.text()).toContain('assets/b-2.js');
  });

  it('keeps what the page itself names at once, and the rest when it is first opened', async () => {
    const { stores, waited, ask } = worker(async (path) => (path === '/' ? page('assets/a-1.js') : new Response(path)));
    await waited('install');
    expect([...(stores.get('caucus-new')?.keys() ?? [])]).toEqual(['/assets/a-1.js', '/']);
    await ask('/assets/view-1.js', 'cors');
    expect(stores.get('caucus-new')?.has('/assets/view-1.js')).toBe(true);
  });

  it('keeps the rest when it is told that nobody waits, but for what does not come', async () => {
    let line = false;
    const { stores, waited } = worker((path) => (path === '/assets/view-1.js' && !line ? gone() : Promise.resolve(path === '/' ? page('assets/a-1.js') : new Response(path))));
    await waited('install');
    await waited('message');
    expect(stores.get('caucus-new')?.has('/assets/view-1.js')).toBe(false);
    line = true;
    await waited('message');
    expect(stores.get('caucus-new')?.has('/assets/view-1.js')).toBe(true);
  });

  it('keeps nothing where the page that is served is of another build', async () => {
    const { stores, waited } = worker(async () => page('assets/b-2.js'));
    await expect(waited('install')).rejects.toThrow('another build');
    expect(stores.get('caucus-new')?.size).toBe(0);
  });

  it('throws away what builds before it kept', async () => {
    const { stores, waited } = worker(async () => page('assets/a-1.js'));
    stores.set('caucus-old', new Map());
    await waited('install');
    await waited('activate');
    expect([...stores.keys()]).toEqual(['caucus-new']);
  });

  it('leaves alone what people wrote, and every act', () => {
    const { ask } = worker(gone);
    expect(ask('/api/workspaces/code', 'cors')).toBeUndefined();
    expect(ask('/api/workspaces/code/entries/1/attachments/1')).toBeUndefined();
    expect(ask('/w/code', 'navigate', 'POST')).toBeUndefined();
    expect(ask('/assets/a-1.js', 'cors', 'POST')).toBeUndefined();
  });
});
