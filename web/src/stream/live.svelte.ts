// The only stream. `live.open(slug)` reads the workspace, then follows its events from the position that came with it.
//
//   read workspace ──► stream after=position ──► frame: put into the store, remember the position
//        ▲                     │ line lost: wait, then stream again after the last position (nothing missed, nothing doubled)
//        └── refused (4xx) ────┘ or a frame says reload: read the workspace again, and what is on screen (`epoch`)
import { api } from '../api/api';
import { health } from '../api/health.svelte';
import { Awaited } from './awaited';
import { heard } from '../api/clock';
import { press } from '../api/press';
import { Refusal } from '../api/problem';
import type { Accepted, Frame } from '../api/types';
import { FrameReader } from './frames';
import { unlock } from './ownLocker';
import { store } from './store.svelte';

const SILENCE_MS = 40_000; // two and a half heartbeats of 15 s
/** The server's first word on a stream comes at once. */
const FIRST_WORD_MS = 20_000;
const HEARTBEATS_MISSED_MS = 20_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
const FAILURES_TILL_TOLD = 3;
const ARRIVAL_PATIENCE_MS = 10_000;
const MOST_POSITIONS_KEPT = 2_000;
const ASKING = /^(mention\.|reaction\.|question\.|issue\.|entry\.posted$|update\.posted$)/;
const DRAFTING = /^(draft\.|update\.drafted$|company\.ruled$)/;

export type Line = 'opening' | 'live' | 'retrying' | 'closed';

class Live {
  line = $state<Line>('closed');
  slug = $state<string>();
  /** why the workspace cannot be shown, if it cannot */
  failure = $state.raw<unknown>();
  /** changes when everything on screen is to be read again */
  epoch = $state(0);
  /** changes when the reader's bell says something else */
  rings = $state(0);
  /** changes when the reader read something, in this tab or elsewhere */
  reads = $state(0);
  /** changes when something was asked of companies, or answered */
  asking = $state(0);
  /** changes when something became of the drafts of the reader's company */
  drafting = $state(0);
  /** hears of every act of the reader's own that is on screen, by the key it was asked for under */
  done: (key: string) => void = () => {};
  /** hears of every frame that was put into the store */
  told: (frame: Frame) => void = () => {};
  /** hears which draft of the reader's own another device changed, in JSON */
  drafted: (said: string) => void = () => {};
  #position = '';
  /** whether what this browser keeps of the person has been opened; views look there when they begin */
  #unlocked = false;
  #stop = new AbortController();
  #seen = new Set<string>();
  #awaited = new Awaited(ARRIVAL_PATIENCE_MS, () => this.refresh());
  /** ends every wait for a next try */
  #waits = new Set<() => void>();
  #cut: () => void = () => {};
  #heardAt = 0;

  constructor() {
    if (typeof addEventListener === 'undefined') return;
    addEventListener('online', () => {
      health.back();
      this.#cut(); // the old connection may look open for minutes; a new one resumes after the last position
      this.tryNow();
    });
    addEventListener('offline', () => health.lost());
    // A page that slept shows what was true then: it does not wait for the silence of its old connection.
    addEventListener('pageshow', (event) => event.persisted && this.#woke(0));
    addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.#woke(HEARTBEATS_MISSED_MS));
  }

  /** Opens a workspace, once; opening the one that is open does nothing. */
  async open(slug: string): Promise<void> {
    if (this.slug === slug && this.line !== 'closed') return;
    this.close();
    this.slug = slug;
    this.line = 'opening';
    const stop = (this.#stop = new AbortController());
    if (await this.#readUntilDone(slug, stop.signal)) await this.#follow(slug, stop.signal);
  }

  close(): void {
    this.#stop.abort();
    this.line = 'closed';
    health.mute = false;
    this.#unlocked = false;
    this.slug = undefined;
    this.failure = undefined;
    this.#position = '';
    this.#seen.clear();
    store.clear();
  }

  /** Reads again what is on screen. `gap`: nobody told what became of things meanwhile. */
  refresh(gap = false): void {
    if (gap) store.doubt();
    store.forget();
    this.epoch++;
  }

  /** Does not wait for the next try. */
  tryNow(): void {
    this.#waits.forEach((go) => go());
  }

  #woke(afterMs: number): void {
    if (Date.now() - this.#heardAt < afterMs) return;
    this.#cut();
    this.tryNow();
  }

  /** Resolves when the act is on this screen: its frame came, or patience ended and the screen was read again. */
  arrival(accepted: Accepted): Promise<void> {
    const { position } = accepted;
    if (position === undefined || this.#seen.has(position)) return Promise.resolve();
    return this.#awaited.for(position);
  }

  /** However bad the line is; false if it is closed to us, or was left. */
  async #readUntilDone(slug: string, signal: AbortSignal): Promise<boolean> {
    while (!signal.aborted && !(await this.#read(slug))) {
      if (this.line === 'closed') return false;
      await this.#pause(FIRST_WAIT_MS * 3, signal);
    }
    return !signal.aborted;
  }

  /** A frame said that more changed than it shows. */
  #readAgain(slug: string, gap = false): void {
    void this.#readUntilDone(slug, this.#stop.signal).then(() => this.refresh(gap));
  }

  async #read(slug: string): Promise<boolean> {
    try {
      const mark = store.mark();
      const [read, kept] = await Promise.allSettled([api.workspace(slug), this.#unlocked || unlock()]);
      // also where the workspace is closed to them: what its author had not sent yet is shown then
      this.#unlocked ||= kept.status === 'fulfilled';
      if (read.status === 'rejected') throw read.reason;
      if (kept.status === 'rejected') throw kept.reason;
      const workspace = read.value;
      if (this.slug !== slug) return false;
      store.loadWorkspace(workspace, mark);
      this.#position ||= workspace.position;
      this.failure = undefined;
      return true;
    } catch (error) {
      if (this.slug === slug) this.failure = error;
      if (error instanceof Refusal && !error.passing && error.status < 500 && this.slug === slug) this.line = 'closed';
      return false;
    }
  }

  async #follow(slug: string, signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      try {
        await this.#stream(slug, signal, () => {
          failures = 0;
          health.mute = false;
        });
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof Refusal && !error.passing && error.status < 500) {
          // The position is no longer known, or the seat ended: start over from a fresh read, or show why not.
          this.#position = '';
          if (!(await this.#readUntilDone(slug, signal))) return signal.aborted ? undefined : store.clear();
          this.refresh(true);
        }
      }
      if (signal.aborted) return;
      this.line = 'retrying';
      if (++failures >= FAILURES_TILL_TOLD && !(await this.#fetch(slug))) return store.clear();
      if (signal.aborted) return;
      await this.#pause(Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS), signal);
    }
  }

  /** What no stream brings is fetched, if there is a line at all; false if the workspace is closed to us. */
  async #fetch(slug: string): Promise<boolean> {
    health.mute = await this.#read(slug);
    if (health.mute) this.refresh(true);
    else health.lost();
    return this.line !== 'closed';
  }

  /** Reads one connection to its end. A line that brings not even heartbeats is dead: it is cut and opened anew. */
  async #stream(slug: string, outer: AbortSignal, alive: () => void): Promise<void> {
    const cut = new AbortController();
    const stop = (): void => cut.abort();
    outer.addEventListener('abort', stop);
    this.#cut = stop;
    let silence = setTimeout(stop, FIRST_WORD_MS);
    try {
      const response = await api.events(slug, this.#position, cut.signal);
      const body = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      const reader = new FrameReader();
      for (let read = await body?.read(); read && !read.done; read = await body?.read()) {
        alive();
        this.line = 'live'; // not before: something on the way may hold it all back
        this.#heardAt = Date.now();
        clearTimeout(silence);
        silence = setTimeout(stop, SILENCE_MS);
        if (press.down) await press.over();
        if (outer.aborted) return;
        for (const message of reader.feed(read.value)) {
          if (message.event === 'bell') this.rings++;
          else if (message.event === 'read') this.reads++;
          else if (message.event === 'draft') this.drafted(message.data);
          else this.#take(JSON.parse(message.data) as Frame, slug, message.key);
        }
      }
    } finally {
      clearTimeout(silence);
      outer.removeEventListener('abort', stop);
    }
  }

  #take(frame: Frame, slug: string, key?: string): void {
    if (frame.gone) {
      // it stands at a position of before: what it takes may not be known of any more
      store.drop(frame.gone);
      this.#readAgain(slug);
      return;
    }
    this.#position = frame.position;
    if (this.#seen.has(frame.position)) return;
    this.#remember(frame.position);
    heard(frame.happened[0]?.at);
    store.apply(frame);
    this.told(frame);
    if (key !== undefined) this.done(key);
    if (frame.happened.some((act) => ASKING.test(act.verb))) this.asking++;
    if (frame.happened.some((act) => DRAFTING.test(act.verb))) this.drafting++;
    this.#awaited.came(frame.position);
    if (frame.reload) this.#readAgain(slug, frame.happened.length === 0); // of what it does not name it does not tell
  }

  #remember(position: string): void {
    this.#seen.add(position);
    if (this.#seen.size > MOST_POSITIONS_KEPT) this.#seen.delete(this.#seen.values().next().value as string);
  }

  #pause(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((done) => {
      const now = (): void => {
        clearTimeout(timer);
        this.#waits.delete(now);
        signal.removeEventListener('abort', now);
        done();
      };
      const timer = setTimeout(now, ms * (0.75 + Math.random() / 2)); // spread, so that a returning server is not stormed
      this.#waits.add(now);
      signal.addEventListener('abort', now);
    });
  }
}

export const live = new Live();
