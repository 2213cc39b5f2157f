import { describe, expect, it, vi } from 'vitest';
import { SignIn, type Why } from './signIn';

const TOBI = 'a1.tobi';
const TOBI_ANEW = 'a2.tobi';
const DARA = 'b1.dara';

/** A page as it was loaded, and what became of it. */
function page(cookie?: string) {
  const seen = { cookie, told: [] as string[], left: [] as Why[] };
  const signIn = new SignIn({ known: () => seen.cookie, tell: (id) => seen.told.push(id), leave: (why) => seen.left.push(why) });
  return { signIn, seen };
}

describe('a page', () => {
  it('says from its first request on whose it is, and nothing where it does not know', () => {
    expect(page(TOBI).signIn.said).toBe(TOBI);
    expect(page().signIn.said).toBe('none');
  });

  it('that has shown nothing is whoever’s the first answer says, and asks the same again', () => {
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

  it.each<[string | undefined, Why]>([[DARA, 'other'], [TOBI_ANEW, 'anew'], [undefined, 'out']])('that slept while %s came is over: %s', (cookie, why) => {
    const { signIn, seen } = page(TOBI);
    signIn.hear(TOBI);
    seen.cookie = cookie;
    signIn.look();
    expect(seen.left).toEqual([why]);
  });

  it('hears from others who signed in or out, without a request', () => {
    for (const [said, why] of [[DARA, 'other'], ['none', 'out']] as const) {
      const { signIn, seen } = page(TOBI);
      signIn.hear(TOBI);
      signIn.look(said);
      expect(seen.left).toEqual([why]);
    }
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
    expect([seen.told, seen.left]).toEqual([[TOBI, 'none'], ['out']]);
  });
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
const having = (what: RegExp): string[] => Object.entries(modules).filter(([, text]) => what.test(text.replace(/\/\/.*|\/\*[^]*?\*\//g, ''))).map(([name]) => name.replace(/^\.\.?\//, (dots) => (dots === './' ? 'api/' : ''))).sort();

describe('no module asks or keeps anything past the sign-in', () => {
  it('asks the server only where it is said whose page it is, or where nothing is anybody’s', () => {
    expect(having(/\bfetch\(['"`/A-Za-z]|XMLHttpRequest|EventSource|sendBeacon|WebSocket/).filter((name) => !/router\/code|App\.svelte|comments|live\.svelte|TrackerPlace/.test(name))).toEqual([
      'api/api.ts', 'api/pieces.ts', // both say it
      'offline/keep.ts', 'offline/worker.js', // the program, which is the same for all
    ]);
  });

  it('keeps on the disk what is sealed for one person or says nothing of anybody', () => {
    expect(having(/\b(localStorage|sessionStorage|indexedDB|caches)\b/)).toEqual([
      'live/look.ts', // by person
      'live/ownLocker.ts', // sealed
      'main.ts', // empties it
      'offline/keep.ts', 'offline/worker.js', // the program
      'sign-in/SignInView.svelte', // the address that is being signed in with, until then
      'ui/keys.ts', 'ui/theme.ts', 'words/language.ts', // of the browser, whoever sits there
    ]);
  });

  it('signs out by leaving the document, and comes in by a document that served nobody', () => {
    expect(having(/api\.signOut/)).toEqual(['frame/AccountMenu.svelte']);
    expect(modules['../frame/AccountMenu.svelte']).toMatch(/await api\.signOut\(\);[^]{0,200}signIn\.end\('out'\)/);
    expect(modules['../sign-in/SignInView.svelte']).toContain('if (signIn.sure) location.reload()');
  });
});
