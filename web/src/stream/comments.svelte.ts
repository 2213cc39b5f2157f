// What was said under an issue, update or action: the last page when the view opens, earlier ones when they are asked
// for. A read that is done again reads as many pages as are shown, so that what is gone from them leaves the screen.
import type { Entry, Ref } from '../api/types';
import { store } from './store.svelte';

interface Page { entries: Entry[]; next?: string }
type Fetch<P extends Page> = (before?: string) => Promise<P>;

export class Comments {
  /** there are earlier ones: where to go on */
  next = $state<string>();
  busy = $state(false);
  #fetch?: Fetch<Page>;
  #of = '';
  #shown = 1;

  /** Reads what is shown. `of` names what they hang on; `head` takes that in, and says what it is. */
  async read<P extends Page>(of: string, fetch: Fetch<P>, head: (page: P, mark: number) => Ref): Promise<P> {
    if (of !== this.#of) [this.#of, this.#shown] = [of, 1];
    this.#fetch = fetch;
    const mark = store.mark();
    const first = await fetch();
    const pages = [first];
    for (let next = first.next; next !== undefined && pages.length < this.#shown; next = pages.at(-1)?.next) pages.push(await fetch(next));
    if (of === this.#of) this.#take(head(first, mark), pages, mark);
    return first;
  }

  /** One page more. */
  async earlier(): Promise<void> {
    if (this.busy || this.next === undefined || !this.#fetch) return;
    this.busy = true;
    try {
      const mark = store.mark();
      const page = await this.#fetch(this.next);
      store.load('entries', page.entries, mark);
      this.next = page.next;
      this.#shown++;
    } finally {
      this.busy = false;
    }
  }

  /** Complete from the first that was read on: what came before it was not asked for. */
  #take(on: Ref, pages: Page[], mark: number): void {
    const entries = pages.toReversed().flatMap((page) => page.entries);
    this.next = pages.at(-1)?.next;
    const from = this.next === undefined || !entries[0] ? -Infinity : Date.parse(entries[0].at);
    store.load('entries', entries, mark, (entry) => entry.parent.kind === on.kind && entry.parent.id === on.id && Date.parse(entry.at) >= from);
  }
}
