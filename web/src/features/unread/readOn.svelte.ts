// Where the reader left a conversation, and how they read on in it: what has been before their eyes for a moment, from
// the first unread one on, is read. Not in a tab that nobody looks at, nor with other eyes.
import { onMount, tick, untrack } from 'svelte';
import type { Entry, Ref } from '../../api/types';
import { press } from '../../api/press';
import { mine } from '../../stream/ours';
import { announcer } from '../../ui/announcer.svelte';
import { reading as words } from '../../words/reading';
import { keyOf, type Post } from './left';
import { unreading } from './unreading.svelte';

/** So long something has to be there to be read. */
const MOMENT_MS = 700;
/** As much of it as has to be in sight. */
const SEEN_PX = 32;

interface Asked {
  on: () => Ref;
  /** those that are on the page, in their order */
  entries: () => Entry[];
  ready: () => boolean;
  /** brings earlier ones into the page; false if there are none */
  earlier?: () => Promise<boolean>;
}

export class ReadOn {
  /** the entry above which the line of what is new stands, as it was when the page opened */
  first = $state<string>();
  #asked: Asked;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** the reader has been where what is unread begins */
  #begun = false;
  #placed = false;
  /** what was read here was marked as unread, here or elsewhere: it stays so while this page is open */
  #stays = false;
  #turn: number | undefined;
  #had = false;

  /** Call while a component is being set up. */
  constructor(asked: Asked) {
    this.#asked = asked;
    const look = (): void => this.#soon();
    unreading.kept.delete(keyOf(untrack(asked.on)));
    onMount(() => {
      addEventListener('scroll', look, true);
      addEventListener('resize', look);
      document.addEventListener('visibilitychange', look);
      return () => {
        removeEventListener('scroll', look, true);
        removeEventListener('resize', look);
        document.removeEventListener('visibilitychange', look);
        clearTimeout(this.#timer);
      };
    });
    $effect(() => {
      if (!asked.ready() || !unreading.now || this.#placed) return;
      this.#placed = true;
      untrack(() => void this.#place());
    });
    $effect(() => {
      void asked.entries();
      void unreading.now;
      untrack(() => {
        this.#follow();
        look();
      });
    });
  }

  /** How many of those on the page are new. */
  get count(): number {
    return this.first === undefined ? 0 : this.#after(this.first).length;
  }

  #after(id: string): Entry[] {
    const entries = this.#asked.entries();
    const at = entries.findIndex((entry) => entry.id === id);
    return at < 0 ? [] : entries.slice(at).filter((entry) => !mine(entry.seat));
  }

  /** A link to one post leads there; else the page opens where its reader left it. */
  async #place(): Promise<void> {
    const item = unreading.of(this.#asked.on());
    if (item?.first.kind !== 'entry') return; // all of it is new, and read from its top
    const id = item.first.id;
    const isThere = (): boolean => this.#asked.entries().some((entry) => entry.id === id);
    if (!location.hash) while (!isThere() && (await this.#asked.earlier?.())) await tick();
    this.#begun ||= !location.hash && isThere(); // the page opens there, however soon its reader goes on
    if (!isThere() || this.#asked.entries()[0]?.id === id) return;
    this.first = id;
    await tick();
    const row = document.getElementById(id);
    if (!row || location.hash) return;
    row.scrollIntoView({ block: 'start' });
    if (!document.activeElement?.closest('input, textarea, [data-rows]')) row.focus({ preventScroll: true });
    announcer.say(words.starts(this.count));
  }

  #follow(): void {
    const now = unreading.now;
    const has = now !== undefined && unreading.of(this.#asked.on()) !== undefined;
    if (has && !this.#had && this.#turn !== undefined && now.turn !== this.#turn) this.#stays = true;
    this.#had = has;
    this.#turn = now?.turn ?? this.#turn;
  }

  #soon(): void {
    clearTimeout(this.#timer);
    if (document.visibilityState === 'visible' && unreading.of(this.#asked.on())) this.#timer = setTimeout(() => press.after(() => this.#read()), MOMENT_MS);
  }

  /** Up to the last that is in sight or above it, and no further. */
  #read(): void {
    const on = this.#asked.on();
    const item = unreading.of(on);
    if (!item || this.#stays || unreading.kept.has(keyOf(on)) || !this.#asked.ready() || document.visibilityState !== 'visible') return;
    const isHead = item.first.kind !== 'entry';
    const bottom = Math.min(innerHeight, document.querySelector('[data-foot]')?.getBoundingClientRect().top ?? innerHeight);
    const left = isHead ? this.#asked.entries().filter((entry) => !mine(entry.seat)) : this.#after(item.first.id);
    const seen = left.findLastIndex((entry) => reaches(entry.id, bottom));
    this.#begun ||= isHead || inSight(item.first.id, bottom);
    if (!this.#begun || (seen < 0 && !isHead)) return;
    const post: Post = seen < 0 ? { kind: on.kind, id: on.id } : { kind: 'entry', id: left[seen]?.id ?? '' };
    unreading.mark(on, post, left.slice(seen + 1).map(({ id }) => ({ kind: 'entry', id })));
  }
}

const boxOf = (id: string): DOMRect | undefined => document.getElementById(id)?.getBoundingClientRect();
function reaches(id: string, bottom: number): boolean {
  const box = boxOf(id);
  return box !== undefined && box.height > 0 && box.top + Math.min(box.height, SEEN_PX) <= bottom;
}
const inSight = (id: string, bottom: number): boolean => reaches(id, bottom) && (boxOf(id)?.bottom ?? 0) > 0;
