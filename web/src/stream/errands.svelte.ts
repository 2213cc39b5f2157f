// Posts that wait in other workspaces than the one that is open. The same person wrote them in this browser, for another of
// their seats; a line that is back is back for all of them. Each goes out for the seat it was written for and for no other,
// as if its workspace were open: to nobody whom its author was not shown. What could not be sent is told of on every page.
import type { Elsewhere } from './drafts';
import { byTime } from './moments';
import { AGAIN_MS, carried, OUTBOX, passes, workspaceOf, type Post, type Ways } from './outbox.svelte';
import { Refusal } from '../api/problem';

/** `seat`: whose post it is; `w`: the workspace it goes to, as its address has it. */
export interface Errand extends Post { seat: string; w: string }

/** As much of a workspace as has to be known before something is sent there. */
export interface Room { seat: string; name: string }

interface Means<R extends Room> {
  storage: Storage;
  send: Ways['send'];
  /** the workspace as it is for this person now */
  room: (w: string) => Promise<R>;
  newcomers: (post: Post, room: R) => string | undefined;
  held: (post: Post) => boolean;
  /** so many were sent there */
  sent: (n: number, workspace: string) => void;
  elsewhere?: Elsewhere;
}

export class Errands<R extends Room> {
  posts = $state.raw<Errand[]>([]);
  /** the seat whose workspace is open: its posts are the outbox's own */
  #here: string | undefined;
  #running = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly means: Means<R>) {
    means.elsewhere?.((name) => {
      if (this.#here === undefined || !name.startsWith(OUTBOX)) return;
      this.#look();
      this.soon();
    });
  }

  /** Takes up what waits for other seats than this one; without one, for all. */
  open(here = ''): void {
    this.#here = here;
    this.#look();
    this.soon();
  }

  /** Nobody is here any more: nothing is sent for the person who comes next. */
  close(): void {
    clearTimeout(this.#timer);
    this.#here = undefined;
    this.posts = [];
  }

  get waiting(): Errand[] {
    return this.posts.filter((post) => post.state !== 'refused');
  }

  get refused(): Errand[] {
    return this.posts.filter((post) => post.state === 'refused');
  }

  discard(key: string): void {
    for (const post of this.posts) if (post.key === key) this.means.storage.removeItem(this.#name(post));
    this.#look();
  }

  /** After the time that a tab in which that workspace is open needs to send them itself. */
  soon(): void {
    clearTimeout(this.#timer);
    if (this.waiting.length > 0) this.#timer = setTimeout(() => void this.run(), AGAIN_MS);
  }

  async run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    const sent = new Map<string, number>();
    try {
      for (const post of this.waiting) {
        const there = await this.#carry(post);
        if (there === 'later') return this.soon();
        if (there) sent.set(there, (sent.get(there) ?? 0) + 1);
      }
    } finally {
      this.#running = false;
      this.#look();
      sent.forEach((n, name) => this.means.sent(n, name));
    }
  }

  /** The name of the workspace in which it was said; nothing if it stays, `later` if there is no line. */
  async #carry(post: Errand): Promise<string | undefined> {
    const { storage, room, newcomers, send, held } = this.means;
    const name = this.#name(post);
    let entered = false;
    try {
      if (held(post)) return undefined;
      const there = await room(post.w);
      // their seat there may have ended, or be another by now; and another tab may have sent it meanwhile
      if (there.seat !== post.seat || this.#here === undefined || storage.getItem(name) === null) return undefined;
      entered = true;
      await carried(post, post.seat, post.shown && newcomers(post, there), send);
      storage.removeItem(name);
      return there.name;
    } catch (error) {
      if (passes(error)) return 'later';
      if (!(error instanceof Refusal)) throw error;
      const { seat: _, w: __, ...kept } = { ...post, state: 'refused', problem: error.problem };
      if (entered && !held(post) && this.#here !== undefined) storage.setItem(name, JSON.stringify(kept));
      return undefined;
    }
  }

  #name({ seat, key }: Errand): string {
    return `${OUTBOX}${seat}.${key}`;
  }

  #look(): void {
    const { storage } = this.means;
    const names = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '').filter((name) => name.startsWith(OUTBOX));
    this.posts = this.#here === undefined ? [] : names
      .map((name) => ({ ...(JSON.parse(storage.getItem(name) ?? '{}') as Post), seat: name.slice(OUTBOX.length, name.lastIndexOf('.')) }))
      .map((post) => ({ ...post, w: workspaceOf(post) }))
      .filter((post) => post.seat !== this.#here && post.w !== '')
      .sort((a, b) => byTime(a.at, b.at));
  }
}
