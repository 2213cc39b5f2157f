// What is unread, kept current: read from the server when the workspace opens, when another tab or device of the same
// seat has read something, and when something comes that was not unread before. What is read here is marked at once, and
// the server told a moment later, in one request for all of it; without a line it waits in this browser, also for a later day.
import { untrack } from 'svelte';
import { api, newKey } from '../../api/api';
import { health } from '../../api/health.svelte';
import { Refusal } from '../../api/problem';
import type { Frame, Ref, UnreadConversation, UnreadPage } from '../../api/types';
import { here } from '../../shell/router/here.svelte';
import { pageOf, refHref } from '../../shell/router/router';
import { announcer } from '../../ui/announcer.svelte';
import { onDemand } from '../../ui/onDemand';
import { commands } from '../../ui/commands';
import { reading as words } from '../../words/reading';
import { stored } from '../../stream/drafts';
import { after, counts, keyOf, nextOf, without, type Mark, type Post } from './left';
import { live } from '../../stream/live.svelte';
import { looking, mySeat } from '../../stream/ours';
import { locker } from '../../stream/ownLocker';
import { store } from '../../stream/store.svelte';
import { unread } from '../../stream/unread.svelte';

/** What the page shows is read first. */
const DRAFTS_MS = 1_500;
/** Several marks, or several posts, make one request. */
const SOON_MS = 150;
/** When a request failed though there is a line. */
const LATER_MS = 5_000;
const MOST = 500;
/** As many marks as the server takes at once: those that were collected for a day without a line go one request after the other. */
const MARKS = 200;

/** What waits to be sent, with the turn in which it was read. */
interface Waits { turn: number; marks: Record<string, Mark> }

class Unreading {
  /** as the server told it; `now` has the reader's own marks and what came since */
  #whole = $state.raw<UnreadPage>();
  now = $state.raw<UnreadPage>();
  failure = $state.raw<unknown>();
  /** conversations that stay unread although they are on screen, until they are opened anew */
  readonly kept = new Set<string>();
  #w = '';
  #marks = new Map<string, Mark>();
  #reading: ReturnType<typeof setTimeout> | undefined;
  #sending: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  /** frames so far: what was asked for before one came may not count it */
  #frames = 0;
  #begun = false;

  /** Call whenever the workspace that is open may be another. */
  keep(w: string): void {
    // as this is, it is loaded after the first view, and hears when the line is back; what the page shows comes first
    setTimeout(() => onDemand(() => import('../ownDrafts/ownDrafts'), (one) => one.keepDrafts(w), () => undefined), DRAFTS_MS);
    if (w !== this.#w) {
      this.#w = w;
      this.#show(undefined);
      this.#takeUp();
    }
    if (this.#begun) return;
    this.#begun = true;
    live.told = (frame) => this.#told(frame);
    commands(() => (this.now?.items.length ? [
      { key: 'unread next', title: words.next, place: words.title, icon: 'arrowDown', run: () => this.next() },
      { key: 'unread all', title: words.all, place: words.title, icon: 'check', run: () => void this.allRead() },
    ] : []));
    addEventListener('pagehide', () => void this.#send());
    $effect.root(() => {
      $effect(() => {
        void live.reads;
        void live.epoch;
        if (live.line !== 'live' && !health.mute) return;
        untrack(() => {
          this.#soon();
          this.#sendSoon();
        });
      });
    });
  }

  of(ref: { kind: string; id: string }): UnreadConversation | undefined {
    return this.now?.items.find((item) => keyOf(item) === keyOf(ref));
  }

  #soon(): void {
    clearTimeout(this.#reading);
    this.#reading = setTimeout(() => void this.read(), SOON_MS);
  }

  async read(): Promise<void> {
    const w = this.#w;
    if (looking() !== undefined) return;
    const frames = this.#frames;
    try {
      const whole = await api.unread(w, MOST);
      if (w !== this.#w) return;
      this.#whole = whole;
      this.failure = undefined;
      this.#show(without(whole, this.#marks));
      if (frames !== this.#frames) this.#soon();
    } catch (error) {
      if (w === this.#w) this.failure = error; // the numbers stay as they were
    }
  }

  #show(page: UnreadPage | undefined): void {
    this.now = page;
    unread.n = page && this.#whole ? counts(this.#whole, page) : new Map();
  }

  #told(frame: Frame): void {
    this.#frames++;
    if (!this.now) return;
    const next = after(this.now, frame, mySeat(), this.#marks);
    this.#show(next.page);
    if (next.ask) this.#soon();
  }

  /** A conversation was read up to this post; `rest`: what is unread after it. */
  mark(of: { kind: string; id: string }, post: Post, rest: Post[] = []): void {
    if (looking() !== undefined || !this.now || !this.of(of)) return;
    this.#marks.set(keyOf(of), { post, rest });
    this.#keep();
    this.#show(without(this.now, this.#marks));
    this.#sendSoon();
  }

  #sendSoon(ms = SOON_MS): void {
    if (this.#marks.size === 0 || this.#sending !== undefined) return;
    this.#sending = setTimeout(() => void this.#send(), ms);
  }

  async #send(): Promise<void> {
    clearTimeout(this.#sending);
    this.#sending = undefined;
    const w = this.#w;
    const sent = new Map([...this.#marks].slice(0, MARKS));
    if (sent.size === 0 || this.#busy || looking() !== undefined) return;
    this.#busy = true;
    const items = [...sent.values()].map(({ post }) => ({ kind: post.kind, id: post.id }));
    let again = SOON_MS;
    try {
      await api.post(api.at(w, 'unread', 'marks'), { items, turn: this.now?.turn ?? this.#turn }, newKey());
      if (w === this.#w) this.#sent(sent);
    } catch (error) {
      // without a line it waits; what the server does not take is forgotten, and shown as it is there
      if (w === this.#w && error instanceof Refusal && !error.passing && error.status < 500) this.#sent(sent);
      again = LATER_MS;
    }
    this.#busy = false;
    if (w === this.#w && live.line === 'live') this.#sendSoon(again);
  }

  #sent(sent: Map<string, Mark>): void {
    for (const [key, mark] of sent) if (this.#marks.get(key)?.post.id === mark.post.id) this.#marks.delete(key);
    this.#keep();
    this.#soon();
  }

  #turn = 0;

  get #name(): string {
    return `caucus.reading.${this.#w}`;
  }

  #keep(): void {
    if (this.#marks.size === 0) return locker.removeItem(this.#name);
    const waits: Waits = { turn: this.now?.turn ?? this.#turn, marks: Object.fromEntries(this.#marks) };
    stored(locker, this.#name, JSON.stringify(waits));
  }

  /** What an earlier page of this browser read and could not say. */
  #takeUp(): void {
    this.#marks.clear();
    const kept = locker.getItem(this.#name);
    if (!kept) return;
    const { turn, marks } = JSON.parse(kept) as Waits;
    this.#turn = turn;
    this.#marks = new Map(Object.entries(marks));
  }

  /** Goes on with the next conversation; says so if there is none. */
  next(): void {
    const kind = pageOf(here.route.name)?.shows;
    const id = here.route.params.id;
    const known = kind === 'issue' ? store.issue(id)?.id : id;
    const item = nextOf(this.now?.items ?? [], kind && known ? keyOf({ kind, id: known }) : undefined);
    if (!item) return announcer.toast(this.now ? words.nothing : words.notYet);
    here.go(refHref(this.#w, item as Ref));
  }

  /** All that is shown as unread, or what of it is in one place. */
  async allRead(place?: { kind: UnreadConversation['kind']; place: string }): Promise<void> {
    const page = this.now;
    if (!page || looking() !== undefined) return;
    const meant = (item: UnreadConversation): boolean => !place || (item.kind === place.kind && item.place === place.place);
    if (!page.items.some(meant)) return announcer.toast(words.nothing);
    const { position, turn } = page;
    this.#show({ ...page, items: page.items.filter((item) => !meant(item)) });
    try {
      await api.post(api.at(this.#w, 'unread', 'all'), { position, turn, ...place }, newKey());
      announcer.toast(words.allDone, () => void this.takeBack());
    } catch (error) {
      announcer.failed(error);
    }
    await this.read();
  }

  async takeBack(): Promise<void> {
    await api.remove(api.at(this.#w, 'unread', 'all')).catch(announcer.failed);
    await this.read();
  }

  /** This post, and all after it in its conversation. */
  async unreadFrom(of: { kind: string; id: string }, post: Post, tell = true): Promise<void> {
    this.#marks.delete(keyOf(of));
    this.kept.add(keyOf(of));
    this.#keep();
    try {
      await api.post(api.at(this.#w, 'unread', 'from'), { kind: post.kind, id: post.id }, newKey());
      if (tell) announcer.toast(words.fromDone);
    } catch (error) {
      announcer.failed(error);
    }
    await this.read();
  }
}

export const unreading = new Unreading();
