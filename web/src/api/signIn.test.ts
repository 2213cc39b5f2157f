import { describe, expect, it, vi } from 'vitest';
import { SignIn, type Why } from './signIn';

const TOBI = 'a1.tobi';
const TOBI_ANEW = 'a2.tobi';
const DARA = 'b1.dara';

/** A page as it was loaded, and what became of it. */
function page(cookie?: string) {
  const seen = { cookie, told: [] as string[], left: [] as Why[], asked: 0 };
  const signIn = new SignIn({ known: () => seen.cookie, tell: (id) => seen.told.push(id), ask: () => seen.asked++, leave: (why) => seen.left.push(why) });
  return { signIn, seen };
}

describe('a page', () => {
  it('says from its first request on whose it is, and nothing where it does not know', () => {
    expect(page(TOBI).signIn.said).toBe(TOBI);
    expect(page().signIn.said).toBe('none');
  });

  it('that has shown nothing belongs to whom the first answer names, and asks the same again', () => {
    const { signIn, seen } = page(TOBI);
    expect(signIn.hear(DARA)).toBe(true);
    expect([signIn.said, signIn.person, seen.told, seen.left]).toEqual([DARA, 'dara', [DARA], []]);
  });

  it('is over when an answer is another’s, and for good', () => {
    const { signIn, seen } = page(TOBI);
    signIn.hear(TOBI);
    expect(signIn.hear(DARA)).toBe(false);
    expect([signIn.over, signIn.said, seen.left]).toEqual([true, TOBI, ['other']]);
    signIn.hear(DARA);
    signIn.look();
    expect(seen.left).toEqual(['other']);
  });

  it.each<[string, Why]>([[DARA, 'other'], [TOBI_ANEW, 'anew']])('that slept while %s came is over: %s', (cookie, why) => {
    const { signIn, seen } = page(TOBI);
    signIn.hear(TOBI);
    seen.cookie = cookie;
    signIn.look();
    expect(seen.left).toEqual([why]);
  });

  it('whose cookie is gone, or cannot be read, is as it was until the server says who is there', () => {
    const { signIn, seen } = page(TOBI);
    signIn.hear(TOBI);
    seen.cookie = undefined;
    signIn.look();
    expect(seen.asked).toBe(0); // every request looks: it is itself the question
    signIn.wake();
    expect([signIn.said, signIn.over, seen.left, seen.asked]).toEqual([TOBI, false, [], 1]);
    signIn.hear(DARA);
    signIn.wake();
    expect([seen.left, seen.asked]).toEqual([['other'], 1]);
  });

  it('hears from others who signed out, without a request', () => {
    const { signIn, seen } = page(TOBI);
    signIn.hear(TOBI);
    signIn.told('none.dara'); // who was there before, heard late: what Tobi wrote stays
    expect(seen.left).toEqual([]);
    signIn.told('none.tobi');
    expect([seen.left, seen.asked]).toEqual([['out'], 0]);
  });

  it('hears from others who signed in by the cookie, and takes a late word of who was there before for nothing', () => {
    const { signIn, seen } = page(TOBI);
    signIn.hear(TOBI);
    signIn.told(TOBI);
    expect(seen.asked).toBe(0);
    signIn.told(DARA);
    expect([seen.left, seen.asked]).toEqual([[], 1]); // the cookie is Tobi's: the server decides
    seen.cookie = DARA;
    signIn.told(DARA);
    expect([seen.left, seen.asked]).toEqual([['other'], 1]);
  });

  it('that signs somebody in is theirs, and tells the others once', () => {
    const { signIn, seen } = page();
    signIn.hear(TOBI, true);
    signIn.hear(TOBI);
    expect([signIn.said, seen.told, seen.left]).toEqual([TOBI, [TOBI], []]);
  });

  it('that signs out tells the others', () => {
    const { signIn, seen } = page(TOBI);
    signIn.hear(TOBI);
    signIn.end('out');
    expect([seen.told, seen.left]).toEqual([[TOBI, 'none.tobi'], ['out']]);
  });

  it('whose sign-out is under way is signed out, though another request hears first that the session ended', () => {
    const { signIn, seen } = page(TOBI);
    signIn.hear(TOBI);
    signIn.leaving = true;
    signIn.end('ended');
    signIn.end('out');
    expect([seen.told, seen.left]).toEqual([[TOBI, 'none.tobi'], ['out']]);
  });
});

describe('the cookie', () => {
  it('over https counts by its whole name, which no other page can set', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    vi.stubGlobal('addEventListener', vi.fn());
    for (const [protocol, cookie, said] of [
      ['https:', `caucus-who=${DARA}; __Host-caucus-who=${TOBI}`, TOBI],
      ['https:', `caucus-who=${DARA}`, 'none'],
      ['http:', `__Host-caucus-who=${TOBI}; caucus-who=${DARA}`, DARA],
    ] as const) {
      vi.stubGlobal('document', { cookie, addEventListener: vi.fn() });
      vi.stubGlobal('location', { protocol });
      vi.resetModules();
      expect((await import('./signIn')).signIn.said).toBe(said);
    }
    vi.unstubAllGlobals();
  }, 20_000);
});

describe('what the page asks', () => {
  it('says it, and nothing is asked or answered once the page is over', async () => {
    const asked: (string | null)[] = [];
    const answers = [DARA, DARA, TOBI];
    vi.stubGlobal('BroadcastChannel', undefined);
    vi.stubGlobal('addEventListener', vi.fn());
    vi.stubGlobal('document', { cookie: `a=b; caucus-who=${DARA}`, addEventListener: vi.fn(), body: { replaceChildren: vi.fn() }, title: '' });
    vi.stubGlobal('location', { protocol: 'http:', pathname: '/w/x', search: '', replace: vi.fn() });
    vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
      asked.push(new Headers(init.headers).get('Caucus-Sign-In'));
      return Promise.resolve(Response.json({ name: 'D' }, { headers: { 'Caucus-Sign-In': answers.shift() ?? '' } }));
    });
    vi.resetModules();
    const { api } = await import('./api');
    const { signIn } = await import('./signIn');
    await api.me();
    await api.me();
    const third = vi.fn();
    void api.me().then(third, third);
    await vi.waitFor(() => expect(signIn.over).toBe(true));
    void api.me().then(third, third);
    await new Promise((done) => setTimeout(done, 20));
    expect(asked).toEqual([DARA, DARA, DARA]);
    expect(third).not.toHaveBeenCalled();
    expect(document.body.replaceChildren).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  }, 20_000);
});

/** Every module of the page, without tests, by its path under `src`. */
const modules = import.meta.glob<string>(['../**/*.{ts,svelte,js}', '!../**/*.test.ts', '!../**/schema.d.ts'], { query: '?raw', import: 'default', eager: true });
/** The modules that do it other than by what is `known` to be something else of that name. */
const having = (what: RegExp, known = /(?!)/): string[] => Object.entries(modules)
  .filter(([, text]) => what.test(text.replace(/\/\/.*|\/\*[^]*?\*\//g, '').replace(new RegExp(known, 'g'), '')))
  .map(([name]) => name.replace(/^\.\.?\//, (dots) => (dots === './' ? 'api/' : ''))).sort();

/** What is called so and asks by `api`, or has the browser fetch the program. */
const OTHER_FETCHES = /\bcode\.fetch\(|\basync fetch\(load: Load\)|#fetch\(|\bpages\.push\(await fetch\(next\)\)/;

describe('no module asks or keeps anything past the sign-in', () => {
  it('asks the server only where it is said whose page it is, or where nothing is anybody’s', () => {
    expect(having(/\bfetch\(['"`/A-Za-z]|XMLHttpRequest|EventSource|sendBeacon|WebSocket/, OTHER_FETCHES)).toEqual([
      'api/api.ts', 'api/pieces.ts', // both say it
      'shell/offline/keep.ts', 'shell/offline/worker.js', // the program, which is the same for all
    ]);
  });

  it('keeps on the disk what is sealed for one person or says nothing of anybody', () => {
    expect(having(/\b(localStorage|sessionStorage|indexedDB|caches)\b/)).toEqual([
      'features/sign-in/SignInView.svelte', // the address that is being signed in with, until then
      'features/subscriptions/pushing.ts', // by sign-in
      'features/trackers/density.svelte.ts', // of the browser
      'features/welcome/WelcomeView.svelte', // by seat
      'main.ts', // empties it
      'shell/offline/keep.ts', 'shell/offline/worker.js', // the program
      'stream/look.ts', // by person
      'stream/ownLocker.ts', // sealed
      'ui/keys.ts', 'ui/theme.ts', 'words/language.ts', // of the browser, no matter who sits there
    ]);
  });

  it('signs out by leaving the document, and comes in by a document that served nobody', () => {
    expect(having(/api\.signOut/)).toEqual(['shell/AccountMenu.svelte']);
    expect(modules['../shell/AccountMenu.svelte']).toMatch(/await api\.signOut\(\);[^]{0,200}signIn\.end\('out'\)/);
    expect(modules['../features/sign-in/SignInView.svelte']).toContain('if (signIn.sure) location.reload()');
  });
});
