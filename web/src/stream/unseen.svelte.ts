// What happened since the reader last looked at the activity view, by workspace, in this browser. All its tabs say the
// same, also after a reload: when they looked is kept for all, and what happened while no tab was open is read.
import { untrack } from 'svelte';
import { api } from '../api/api';
import { serverNow } from '../api/clock';
import type { ActivityItem } from '../api/types';
import { stored } from './drafts';
import { live } from './live.svelte';
import { byTime } from './moments';
import { looking, mySeat } from './ours';
import { elsewhere, locker } from './ownLocker';
import { newSince } from './since';
import { store } from './store.svelte';

const AFTER_THE_VIEW_MS = 1_500;
const keyOf = (w: string): string => `caucus.seen.${w}`;
const later = (a: string, b: string | undefined): string => (b !== undefined && byTime(b, a) > 0 ? b : a);

class Unseen {
  /** the newest that had happened then, by the server's clock: a phone may be a day off */
  #looked = $state<string>();
  #read = $state.raw<ActivityItem[]>([]);
  #w = '';
  #asked = '';

  constructor() {
    elsewhere((name) => {
      if (name === keyOf(this.#w)) this.#looked = locker.getItem(name) ?? undefined;
    });
  }

  /** Call in an effect: reads what happened before this tab was open, and again when all is to be read again. */
  keep(w: string): void {
    const asked = `${w} ${live.epoch}`;
    untrack(() => {
      if (asked === this.#asked || looking() !== undefined) return;
      this.#asked = asked;
      // to the person who never looked nothing is new yet; else it is read when what they came for is on screen
      if (!this.#begin(w)) setTimeout(() => this.#ask(w, asked), AFTER_THE_VIEW_MS);
    });
  }

  #ask(w: string, asked: string): void {
    if (asked !== this.#asked) return;
    api.activity(w, {}).then(
      (page) => {
        if (asked === this.#asked) this.#read = page.items;
      },
      () => (this.#asked = ''), // it is asked again when the line is back
    );
  }

  /** Notes that the reader looks now, at what has happened until then; answers when they looked last, if ever. */
  look(w: string, newest?: string): string | null {
    this.#begin(w);
    const last = locker.getItem(keyOf(w));
    const now = [newest, store.happened[0]?.at, this.#read[0]?.at].reduce(later, new Date(serverNow()).toISOString());
    this.#looked = now;
    stored(locker, keyOf(w), now);
    return last;
  }

  get count(): number {
    return this.#looked === undefined ? 0 : newSince(this.#looked, mySeat(), this.#read, store.happened);
  }

  /** Anyone who never looked is told of what happens from now on; whether it is so. */
  #begin(w: string): boolean {
    if (w === this.#w) return false;
    this.#w = w;
    this.#read = [];
    this.#looked = locker.getItem(keyOf(w)) ?? undefined;
    if (this.#looked !== undefined) return false;
    this.#looked = new Date(serverNow()).toISOString();
    stored(locker, keyOf(w), this.#looked);
    return true;
  }
}

export const unseen = new Unseen();
