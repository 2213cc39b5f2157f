// How things that arrive live enter a list: above a "3 new" line, and never under the pointer. While the pointer or the
// focus is in the list, or the reader has scrolled into it, the list stands still and a button says how many wait. What
// the reader said themself is there at once.
import { untrack } from 'svelte';
import { announcer } from './announcer.svelte';
import { t } from '../words/words';

const SCROLLED_PX = 160;

export class Arrivals<A> {
  busy = $state(false);
  #shown = $state.raw<string[]>();
  #first: Set<string> | undefined;
  #fresh = $state.raw(new Set<string>());
  #items: () => A[];
  #key: (item: A) => string;
  #quiet = false;
  #announced = new Set<string>();

  constructor(items: () => A[], key: (item: A) => string, ready: () => boolean, what: (item: A) => string, own: (item: A) => boolean) {
    this.#items = items;
    this.#key = key;
    $effect(() => {
      if (!ready() || this.#quiet) return;
      const keys = this.#items().map(this.#key);
      if (!this.#first) {
        this.#first = new Set(keys);
        this.#shown = keys;
        return;
      }
      const arrived = keys.filter((key) => !this.#first?.has(key) && !this.#announced.has(key));
      for (const key of arrived) this.#announced.add(key);
      const came = this.#items().filter((item) => arrived.includes(this.#key(item)));
      const news = came.filter((item) => !own(item));
      const [newest] = news;
      if (newest) untrack(() => announcer.say(t.fresh.announced(news.length, what(newest))));
      for (const item of came) if (own(item)) this.#first.add(this.#key(item)); // no news to the person who said it
      if (news.length < came.length || (!this.busy && scrollY < SCROLLED_PX)) this.#release(keys);
    });
  }

  #release(keys: string[]): void {
    this.#fresh = new Set(keys.filter((key) => !this.#first?.has(key)));
    this.#shown = keys;
  }

  /** What is on screen now. */
  get visible(): A[] {
    if (!this.#shown) return this.#items();
    const byKey = new Map(this.#items().map((item) => [this.#key(item), item]));
    return this.#shown.map((key) => byKey.get(key)).filter((item) => item !== undefined);
  }

  get held(): number {
    const shown = new Set(this.#shown);
    return this.#shown ? this.#items().filter((item) => !shown.has(this.#key(item))).length : 0;
  }

  get freshCount(): number {
    return this.#fresh.size;
  }

  isFresh(item: A): boolean {
    return this.#fresh.has(this.#key(item));
  }

  show = (): void => {
    this.#release(this.#items().map(this.#key));
    scrollTo({ top: 0, behavior: 'smooth' });
  };

  /** Older pages that the reader asked for are not news. */
  async older(load: () => Promise<unknown>): Promise<void> {
    this.#quiet = true;
    try {
      await load();
    } finally {
      this.#quiet = false;
      const keys = this.#items().map(this.#key);
      for (const key of keys) if (!this.#fresh.has(key)) this.#first?.add(key);
      this.#shown = keys;
    }
  }
}
