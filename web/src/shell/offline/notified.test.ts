// Notifications as the worker shows them: for who is signed in here now, and for nobody who looks at Caucus anyway.
import { describe, expect, it } from 'vitest';
import text from './worker.js?raw';

type Shown = { title: string; body?: string; tag?: string; data?: { id?: string } };
type Page = { focused: boolean; visibilityState: string; focus: () => Promise<void>; postMessage: (said: unknown) => void };
type Told = { id?: string; who?: string; n?: number; lang?: string; title?: string; body?: string };

function device({ who, pages = [] }: { who?: string; pages?: Partial<Page>[] }) {
  const heard = new Map<string, (event: unknown) => void>();
  const shown: Shown[] = [];
  const opened: string[] = [];
  const said: unknown[] = [];
  let [badge, subscribed] = [0, true];
  const all = pages.map((page) => ({ focused: false, visibilityState: 'hidden', focus: async () => undefined, postMessage: (one: unknown) => void said.push(one), ...page }));
  const self = {
    location: { origin: 'https://caucus.example', protocol: 'https:' },
    cookieStore: { get: async (name: string) => (name === '__Host-caucus-who' && who ? { value: who } : null) },
    clients: { matchAll: async () => all, openWindow: async (path: string) => void opened.push(path) },
    navigator: { setAppBadge: async (n: number) => void (badge = n) },
    registration: {
      showNotification: async (title: string, more: object) => void shown.push({ title, ...more }),
      pushManager: { getSubscription: async () => ({ unsubscribe: async () => (subscribed = false) }) },
    },
    addEventListener: (name: string, act: (event: unknown) => void) => heard.set(name, act),
  };
  const source = text.replace('__BUILD__', 'new').replace('__FILES__', '[]').replace('__ENTRY__', '');
  new Function('self', 'caches', 'fetch', 'setTimeout', source)(self, {}, fetch, setTimeout);
  const waited = async (name: string, event: object): Promise<void> => {
    let done: Promise<unknown> = Promise.resolve();
    heard.get(name)?.({ ...event, waitUntil: (work: Promise<unknown>) => (done = work) });
    await done;
  };
  return {
    shown, opened, said,
    badge: () => badge,
    subscribed: () => subscribed,
    tell: (told: Told) => waited('push', { data: { json: () => told } }),
    unreadable: () => waited('push', { data: null }),
    press: (id?: string) => waited('notificationclick', { notification: { close: () => undefined, data: { id } } }),
  };
}

const TOLD = { id: 'device', who: 'mine', n: 2, lang: 'en', title: 'COP-1 Removal', body: 'Bola replied to you' };

describe('notifications on this device', () => {
  it('shows what came, once for a device, with the number on the app', async () => {
    const here = device({ who: 'mine' });
    await here.tell(TOLD);
    expect(here.shown).toMatchObject([{ title: 'COP-1 Removal', body: 'Bola replied to you', tag: 'device', data: { id: 'device' } }]);
    expect([here.badge(), here.subscribed()]).toEqual([2, true]);
  });

  it.each([{ who: 'another' }, {}])('shows nothing of it to %o, who is at this browser now, and nothing more', async (signedIn) => {
    const here = device(signedIn);
    await here.tell(TOLD);
    expect(here.shown).toMatchObject([{ title: 'Caucus', body: '' }]);
    expect([here.badge(), here.subscribed()]).toEqual([0, false]);
  });

  it('is silent where its reader looks at Caucus, but for a test', async () => {
    const here = device({ who: 'mine', pages: [{ focused: true, visibilityState: 'visible' }] });
    await here.tell(TOLD);
    expect(here.shown).toEqual([]);
    await here.tell({ ...TOLD, n: 0, title: 'Caucus', body: 'Test' });
    expect(here.shown).toHaveLength(1);
  });

  it('shows a push that cannot be read as one of nobody', async () => {
    const here = device({ who: 'mine' });
    await here.unreadable();
    expect(here.shown).toMatchObject([{ title: 'Caucus', body: '' }]);
  });

  it('opens a page, or tells the one that is open, by an id that says nothing', async () => {
    const closed = device({ who: 'mine' });
    await closed.press('device');
    expect(closed.opened).toEqual(['/notified/device']);
    const open = device({ who: 'mine', pages: [{}] });
    await open.press('device');
    expect([open.opened, open.said]).toEqual([[], [{ notified: 'device' }]]);
  });
});
