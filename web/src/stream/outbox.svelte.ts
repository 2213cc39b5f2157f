// Posts on their way. Each is kept in this browser, with its Idempotency-Key, until the server took it: a post made
// offline, or cut off by a reload, is sent again under the same key and therefore done once. Posts belong to a seat;
// another person signing in here never sends them. One storage item per post, so that two tabs do not overwrite.
import { stored, type Elsewhere } from './drafts';
import type { KeptFile } from './files.svelte';
import { byTime } from './moments';
import { Refusal, Unreachable } from '../api/problem';
import { OTHER } from '../api/signIn';
import type { Accepted, Problem } from '../api/types';

export type PostState = 'waiting' | 'sending' | 'saving' | 'refused';
export interface Post {
  key: string;
  place: string;
  path: string;
  body: Record<string, unknown>;
  at: string;
  state: PostState;
  /** what goes along, for who takes it back to edit */
  files?: KeptFile[];
  problem?: Problem;
  /** the seats that its author was shown as its readers */
  shown?: string[];
  /** it did not leave at once, and who reads it may be others by now */
  waited?: boolean;
  /** the server was asked, and may have done it also where its answer was lost */
  tried?: boolean;
  /** the stream has brought it under its key: what is missing is the answer */
  arrived?: boolean;
  /** id of what it made, from the answer */
  made?: string;
}

export interface Ways {
  storage: Storage;
  /** with `shown`, only if nobody else reads it (`Audience-Shown`) */
  send: (path: string, body: unknown, key: string, shown?: string) => Promise<Accepted>;
  /** who would read a post now and was not shown to its author, in words; undefined if nobody */
  newcomers?: (post: Post) => Promise<string | undefined>;
  /** whether this tab sees the post's workspace with other eyes than its author's: it waits until they are back */
  held?: (post: Post) => boolean;
  /** whether what a post made is on screen already: its copy on the way is not shown beside it */
  stands?: (post: Post) => boolean;
  elsewhere?: Elsewhere;
  /** resolves when the act is on screen */
  arrival: (accepted: Accepted) => Promise<void>;
  newKey: () => string;
  now: () => Date;
}

export const AGAIN_MS = 5_000;
/** The type of a post that was not sent since others than its author was shown would read it. */
export const NEWCOMERS = 'newcomers';
export const OUTBOX = 'caucus.outbox.';
const nameOf = (seat: string, key: string): string => `${OUTBOX}${seat}.${key}`;

/** The workspace that a post goes to, as its address has it. */
export const workspaceOf = ({ path }: { path: string }): string => decodeURIComponent(/^\/api\/workspaces\/([^/?]+)/.exec(path)?.[1] ?? '');

/** Whether it may do later what it did not do now: there is no line, or the server is not ready, or nobody is signed in. */
export const passes = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof Refusal && (error.passing || error.status === 401 || error.status >= 500));

/** What another page had begun to send is sent again, unless it is known to be refused. What was refused to a page, and not to its author, waits. */
function takenUp(post: Post): Post {
  const refused = post.state === 'refused' && post.problem?.type !== OTHER;
  return { ...post, waited: true, state: refused ? 'refused' : 'waiting', problem: refused ? post.problem : undefined };
}

/**
 * Sends a post of this seat. `newcomers`: who would read it and was not shown to its author. It may have got through
 * before its answer was lost: then it is answered as it was, and nobody is asked.
 */
export async function carried(post: Post, seat: string, newcomers: string | undefined, send: Ways['send']): Promise<Accepted> {
  try {
    return await send(post.path, post.body, post.key, newcomers === undefined ? undefined : `NAMED(${seat})`);
  } catch (error) {
    if (newcomers === undefined || !(error instanceof Refusal) || error.readers === undefined) throw error;
    throw new Refusal({ ...error.problem, type: NEWCOMERS, detail: newcomers });
  }
}

export class Outbox {
  posts = $state<Post[]>([]);
  #seat = '';
  #running = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #answers = new Map<string, (accepted: Accepted) => void>();

  constructor(private readonly ways: Ways) {
    ways.elsewhere?.((name) => this.#heard(name));
  }

  /** Takes up what this seat left behind; anything not known to be refused is tried again under its key. */
  open(seat: string): void {
    if (this.#seat === seat) return;
    this.#seat = seat;
    this.posts = this.#unfinished(this.#stored()).map(takenUp).sort((a, b) => byTime(a.at, b.at));
    void this.flush();
  }

  /** Nobody is here any more. What waits stays in this browser for its seat; nobody who comes next sends it. */
  close(): void {
    clearTimeout(this.#timer);
    this.#seat = '';
    this.posts = [];
    this.#answers.clear();
  }

  /** Those that are not on screen as what they have become. */
  get unsent(): Post[] {
    return this.posts.filter((post) => !post.arrived && (post.state === 'refused' || !this.ways.stands?.(post)));
  }

  get waiting(): number {
    return this.unsent.filter((post) => post.state === 'waiting').length;
  }

  /** Posts that the server did not take: their author has to see to them. */
  get refused(): Post[] {
    return this.posts.filter((post) => post.state === 'refused');
  }

  /** What was written in a workspace and not sent, by whichever seat: it is still its author's when their seat is not. */
  left(w: string): Post[] {
    return this.#stored(OUTBOX).filter((post) => workspaceOf(post) === w);
  }

  discardLeft(key: string): void {
    const { storage } = this.ways;
    for (const name of this.#names(OUTBOX)) if (name.endsWith(`.${key}`)) storage.removeItem(name);
    this.posts = this.posts.filter((post) => post.key !== key);
  }

  at(place: string): Post[] {
    return this.unsent.filter((post) => post.place === place);
  }

  /** The stream has brought what this key was for: it is done, whenever the answer comes. */
  arrived(key: string): void {
    const post = this.posts.find((p) => p.key === key);
    if (!post) return;
    post.arrived = true;
    this.#keepStill(post);
  }

  /** Keeps a post and starts sending. `taken` is called when the server accepted it. */
  add(place: string, path: string, body: Record<string, unknown>, taken?: (accepted: Accepted) => void, files: KeptFile[] = [], shown?: string[]): void {
    const named = files.length > 0 ? { ...body, attachments: files.map((file) => file.id) } : body;
    const post: Post = { key: this.ways.newKey(), place, path, body: named, at: this.ways.now().toISOString(), state: 'waiting', files, shown };
    if (taken) this.#answers.set(post.key, taken);
    this.posts.push(post);
    this.#keep(post);
    void this.flush();
  }

  /** Sends a post that quotes what not all of its readers can read, knowingly: another act, under another key. */
  insist(key: string): void {
    const post = this.posts.find((p) => p.key === key);
    if (!post) return;
    const taken = this.#answers.get(key);
    this.discard(key);
    this.add(post.place, post.path, { ...$state.snapshot(post.body), quoting: true }, taken, $state.snapshot(post.files), $state.snapshot(post.shown));
  }

  /** Sends a post also to those who were not shown to its author: they are now. */
  knowingly(key: string): void {
    const post = this.posts.find((p) => p.key === key);
    if (!post) return;
    post.state = 'waiting';
    post.shown = post.problem = undefined;
    this.#keep(post);
    void this.flush();
  }

  discard(key: string): void {
    this.posts = this.posts.filter((post) => post.key !== key);
    this.ways.storage.removeItem(this.#name(key));
    this.#answers.delete(key);
  }

  /** Sends what waits, in order, one at a time; stops at a dead line and comes back by itself. */
  async flush(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    clearTimeout(this.#timer);
    try {
      for (;;) {
        const next = this.posts.find((post) => post.state === 'waiting' && !this.ways.held?.(post));
        if (!next) return;
        if (!(await this.#send(next))) {
          this.#timer = setTimeout(() => void this.flush(), AGAIN_MS);
          return;
        }
      }
    } finally {
      this.#running = false;
    }
  }

  /** False when the line is dead: the post stays, unchanged, under its key. */
  async #send(post: Post): Promise<boolean> {
    post.state = 'sending';
    if (!post.tried) {
      post.tried = true;
      this.#keepStill(post);
    }
    const seat = this.#seat;
    try {
      const plain = $state.snapshot(post) as Post;
      const newcomers = post.waited && post.shown ? await this.ways.newcomers?.(plain) : undefined;
      const accepted = await carried(plain, seat, newcomers, this.ways.send);
      this.ways.storage.removeItem(nameOf(seat, post.key));
      if (this.#seat !== seat) return true;
      post.state = 'saving';
      post.made = accepted.id;
      this.#answers.get(post.key)?.(accepted);
      void this.ways.arrival(accepted).then(() => this.discard(post.key));
      return true;
    } catch (error) {
      if (this.#seat !== seat) return true; // the person who wrote it is gone: it is taken up when they are back
      if (passes(error) || this.ways.held?.(post)) {
        post.state = 'waiting';
        post.waited = true;
        return false;
      }
      if (!(error instanceof Refusal)) throw error;
      if (post.arrived) {
        this.discard(post.key); // a person who may not say it any more said it before
        return true;
      }
      post.state = 'refused';
      post.problem = error.problem;
      this.#keep(post);
      return true;
    }
  }

  #name(key: string): string {
    return nameOf(this.#seat, key);
  }

  #keep(post: Post): void {
    stored(this.ways.storage, this.#name(post.key), JSON.stringify(post)); // without room it is sent all the same, and lost only with the page
  }

  /** Not again what another tab has sent meanwhile. */
  #keepStill(post: Post): void {
    if (this.ways.storage.getItem(this.#name(post.key)) !== null) this.#keep(post);
  }

  /** Another tab has this post: it was sent there, put back, refused, or written. */
  #heard(name: string): void {
    const prefix = this.#name('');
    if (!this.#seat || !name.startsWith(prefix)) return;
    const key = name.slice(prefix.length);
    const mine = this.posts.find((post) => post.key === key);
    const [kept] = this.#stored(name);
    if (!mine && kept) setTimeout(() => this.#takeUp(name), AGAIN_MS); // time for the tab that has it to send it
    if (mine?.state !== 'waiting' && mine?.state !== 'refused') return; // under way here: it is done once
    if (!kept) this.posts = this.posts.filter((post) => post.key !== key);
    else if (kept.state === 'refused') Object.assign(mine, kept);
  }

  /** The tab that had it may be gone. */
  #takeUp(name: string): void {
    const [kept] = this.#unfinished(this.#stored(name));
    if (!kept || !name.startsWith(this.#name('')) || this.posts.some((post) => post.key === kept.key)) return;
    this.posts.push(takenUp(kept));
    void this.flush();
  }

  /** What has arrived needs nobody who waits for its answer any more. */
  #unfinished(posts: Post[]): Post[] {
    posts.filter((post) => post.arrived).forEach((post) => this.ways.storage.removeItem(this.#name(post.key)));
    return posts.filter((post) => !post.arrived);
  }

  #stored(prefix = this.#name('')): Post[] {
    return this.#names(prefix).map((name) => JSON.parse(this.ways.storage.getItem(name) ?? '{}') as Post);
  }

  #names(prefix: string): string[] {
    const { storage } = this.ways;
    return Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '').filter((name) => name.startsWith(prefix));
  }
}
