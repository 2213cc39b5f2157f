// Whose page this is. The server knows the session cookie alone, and that is of the person who signed in last in this browser: so
// every request says which sign-in its page belongs to, and where the cookie is another's nothing is done (409). A
// document serves one sign-in: all that is in memory is thrown away whole with it, and the person who is next has a new one.
import { forSeat } from './seat';

export const HEADER = 'Caucus-Sign-In';
/** What the type of an answer says to a page of another sign-in. */
export const OTHER = 'other-sign-in';
const NOBODY = 'none';

/** Why a page is over: another is signed in, the same person signed in anew, somebody signed out, the session ended. */
export type Why = 'other' | 'anew' | 'out' | 'ended';

export interface Page {
  /** the sign-in of this browser, as its cookie says; it is no secret, and lets nobody in */
  known: () => string | undefined;
  /** other pages of this browser hear of it */
  tell: (id: string) => void;
  /** asks the server whose the session is: its answer is heard */
  ask: () => void;
  /** shows nothing from now on, and goes */
  leave: (why: Why, person: string) => void;
}

/** What stands behind the point is the same for all sign-ins of one person. */
const personIn = (id: string | undefined): string => id?.split('.')[1] ?? '';

export class SignIn {
  /** nothing is asked, shown or kept any more */
  over = false;
  /** whether something was answered to it: until then the page belongs to nobody for certain, and has shown nothing */
  sure = false;
  /** somebody signs out here: what hears of the end of the session before the sign-out does is no other end */
  leaving = false;
  #id: string | undefined;

  constructor(private readonly page: Page) {
    this.#id = page.known();
  }

  /** What requests say. */
  get said(): string {
    return this.#id ?? NOBODY;
  }

  get person(): string {
    return personIn(this.#id);
  }

  /** An answer says whose it is. `begins`: it answers a sign-in. Whether the same may be asked again, as that one. */
  hear(id: string | null, begins = false): boolean {
    if (!id || id === NOBODY || this.over) return false;
    if (this.sure && !begins && id !== this.#id) {
      this.look(id);
      return false;
    }
    const news = !this.sure || id !== this.#id;
    this.sure = true;
    this.#id = id;
    if (news) this.page.tell(id);
    return true;
  }

  /** Somebody may have signed in elsewhere, or while this page slept. A cookie that is not there says nothing. */
  look(is = this.page.known()): void {
    if (this.over || is === this.#id) return;
    if (!this.sure) this.#id = is;
    else if (is !== undefined) this.end(personIn(is) === this.person ? 'anew' : 'other');
  }

  /** The page woke: the cookie says whose it is by now, and where there is none the server. */
  wake(): void {
    this.look();
    if (this.page.known() === undefined) this.ask();
  }

  /** Asks the server, where that can change anything. */
  ask(): void {
    if (this.sure && !this.over) this.page.ask();
  }

  /** Another page tells of a sign-in, which may be over by now: it is not taken at its word. A sign-out of this person is. */
  told(id: string): void {
    if (id.startsWith(NOBODY)) return this.sure && personIn(id) === this.person ? this.end('out') : undefined;
    if (id === this.#id) return;
    this.look();
    this.ask();
  }

  end(why: Why): void {
    if (this.over) return;
    this.over = true;
    if (why === 'ended' && this.leaving) why = 'out';
    if (why === 'out') this.page.tell(`${NOBODY}.${this.person}`);
    this.page.leave(why, this.person);
  }
}

/** Longest that a page which slept shows nothing while it asks, in milliseconds: a line may be away. */
const ASKED_MS = 3_000;
let asks: () => Promise<unknown> = () => Promise.resolve();
/** `act` asks the server anything: the answer says whose the session is. The cookie alone may not know of it yet. */
export function whenAwake(act: () => Promise<unknown>): void {
  asks = act;
}

const here = typeof document !== 'undefined'; // not where tests run
/** Over https only the server can set the one that counts. */
const COOKIE = new RegExp(`(?:^|; )${here && location.protocol === 'https:' ? '__Host-' : ''}caucus-who=([^;]+)`);
const known = (): string | undefined => (here ? COOKIE.exec(document.cookie)?.[1] : undefined);
const others = here && typeof BroadcastChannel !== 'undefined' ? new BroadcastChannel('caucus.sign-in') : undefined;

/** Longest that what was typed last may take to be sealed, in milliseconds. */
const SEALED_MS = 1_000;
let last: (why: Why) => Promise<unknown> = () => Promise.resolve();
/** `act` puts away what is not to be lost, or not to be found, before the page goes. */
export function whenOver(act: (why: Why) => Promise<unknown>): void {
  last = act;
}

function leave(why: Why, person: string): void {
  document.body.replaceChildren();
  document.title = 'Caucus';
  const path = encodeURIComponent(location.pathname + location.search);
  const to = { other: '/?other', out: '/sign-in', ended: `/sign-in?to=${path}&of=${person}&ended=1`, anew: '' }[why];
  const go = (): void => (to === '' ? location.reload() : location.replace(to));
  void Promise.race([last(why), new Promise((done) => setTimeout(done, SEALED_MS))]).then(go, go);
}

const tell = (id: string): void => others?.postMessage(id);
const ask = (): void => void asks().catch(() => undefined);
export const signIn = new SignIn({ known, tell, ask, leave });

if (others) others.onmessage = ({ data }) => signIn.told(String(data));
if (here) {
  const wake = (): void => signIn.wake();
  for (const name of ['online', 'focus', 'pageshow']) addEventListener(name, wake);
  document.addEventListener('visibilitychange', () => {
    signIn.look();
    if (document.visibilityState === 'visible') signIn.ask();
  });
  // a page that is put away and comes back shows nothing before it is known whose it is
  const shown = (yes: boolean): void => void (document.documentElement.style.visibility = yes ? '' : 'hidden');
  addEventListener('pagehide', (event) => event.persisted && shown(false));
  const slept = (): void => {
    shown(false);
    signIn.look();
    const asked = signIn.sure && !signIn.over ? asks().catch(() => undefined) : undefined;
    void Promise.race([asked, new Promise((done) => setTimeout(done, ASKED_MS))]).then(() => shown(!signIn.over));
  };
  addEventListener('pageshow', (event) => event.persisted && slept());
  document.addEventListener('resume', slept);
  // what the browser asks by itself says it, too, and for which seat; the address that is copied does not
  for (const name of ['click', 'auxclick']) addEventListener(name, (event) => signed(event), true);
}

const OF_API = /^\/api\//;
/** The address of something that the browser asks for by itself. */
export function signedPath(path: string): string {
  signIn.look();
  return `${path}${path.includes('?') ? '&' : '?'}sign-in=${signIn.said}`;
}

function signed(event: Event): void {
  const link = (event.target as Element | null)?.closest?.('a');
  if (!link || link.origin !== location.origin || !OF_API.test(link.pathname) || link.search.includes('sign-in=')) return;
  const plain = link.getAttribute('href') ?? '';
  link.setAttribute('href', signedPath(forSeat(plain)));
  if (signIn.over) event.preventDefault();
  setTimeout(() => link.setAttribute('href', plain));
}
