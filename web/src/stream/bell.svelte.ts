// What concerns the reader in particular, and how much of it is unread. The server keeps what was read, so that all tabs
// and devices agree: it is read again when the stream says that it changed, and whenever the line is back.
import { untrack } from 'svelte';
import { api, newKey } from '../api/api';
import { health } from '../api/health.svelte';
import type { Bell, BellReading, Ref } from '../api/types';
import { live } from './live.svelte';
import { looking } from './ours';

const SOON_MS = 150; // several rings at once are read once

class BellState {
  now = $state.raw<Bell>();
  failure = $state.raw<unknown>();
  #w = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  get unread(): number {
    return this.now?.unread ?? 0;
  }

  /** Call while a component is being set up: keeps it current for the workspace that `of` names. */
  keep(of: () => string): void {
    $effect(() => {
      const w = of();
      void live.rings;
      void live.epoch;
      if (live.line !== 'live' && !health.mute) return;
      untrack(() => this.#soon(w));
    });
  }

  #soon(w: string): void {
    if (w !== this.#w) this.now = undefined;
    this.#w = w;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.read(), SOON_MS);
  }

  async read(): Promise<void> {
    const w = this.#w;
    try {
      const now = await api.bell(w);
      if (w !== this.#w) return;
      this.now = now;
      this.failure = undefined;
      if (now.unread === 0 && looking() === undefined) void navigator.clearAppBadge?.().catch(() => undefined); // which notifications on this device have set
    } catch (error) {
      if (w === this.#w) this.failure = error; // the panel says so; the number stays as it was
    }
  }

  /** Marks on screen at once; what the server says then holds. */
  async mark(reading: BellReading): Promise<void> {
    const ids = new Set(reading.items);
    const about = reading.thing;
    const upTo = reading.upTo !== undefined;
    this.#show((item) => upTo || ids.has(item.id) || (item.about.kind === about?.kind && item.about.id === about?.id), reading.read ?? true);
    try {
      await api.markBell(this.#w, reading, newKey());
    } finally {
      await this.read();
    }
  }

  async takeBack(): Promise<void> {
    await api.unmarkBell(this.#w);
    await this.read();
  }

  /** What is open before the reader's eyes is read. */
  seen(about: Ref): void {
    if (looking() !== undefined || document.visibilityState !== 'visible') return;
    if (this.now?.items.some((item) => item.unread && item.about.kind === about.kind && item.about.id === about.id)) {
      void this.mark({ thing: { kind: about.kind, id: about.id } }).catch(() => undefined); // it stays unread, and is shown so
    }
  }

  #show(which: (item: Bell['items'][number]) => boolean, read: boolean): void {
    if (!this.now) return;
    const items = this.now.items.map((item) => (which(item) ? { ...item, unread: !read } : item));
    const fewer = this.now.items.filter((item) => item.unread).length - items.filter((item) => item.unread).length;
    this.now = { ...this.now, items, unread: Math.max(0, this.now.unread - fewer) };
  }
}

export const bell = new BellState();
