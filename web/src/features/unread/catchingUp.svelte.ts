// Conversation after conversation: which one is before the reader, what is new in it, and what is done about it.
import { api } from '../../api/api';
import type { Entry, Poll, Ref, UnreadConversation } from '../../api/types';
import { act } from '../../stream/acting';
import { Comments } from '../../stream/comments.svelte';
import { byTime } from '../../stream/moments';
import { read } from '../../stream/read';
import { store } from '../../stream/store.svelte';
import { announcer } from '../../ui/announcer.svelte';
import { reading as words } from '../../words/reading';
import { kindOf } from '../index';
import { keyOf } from './left';
import { unreading } from './unreading.svelte';

export class CatchingUp {
  failure = $state.raw<unknown>();
  busy = $state(false);
  /** how many there were at most, in this visit */
  whole = $state(0);
  /** that of which all is here that is new in it */
  shown = $state<string>();
  /** those that their reader passed over, in this visit */
  #passed = $state.raw<string[]>([]);
  #poll = $state.raw<Poll>();
  #w: string;
  readonly items = $derived(unreading.now?.items ?? []);
  readonly left = $derived(this.items.filter((item) => !this.#passed.includes(keyOf(item))));
  readonly current = $derived<UnreadConversation | undefined>(this.left[0]);
  readonly key = $derived(this.current && keyOf(this.current));
  readonly at = $derived(words.catchUp.at(this.whole - this.left.length + 1, this.whole));
  readonly entries = $derived.by((): Entry[] => {
    const { current } = this;
    if (!current || this.shown !== this.key) return [];
    const all = store.all('entries').filter((entry) => entry.parent.kind === current.kind && entry.parent.id === current.id).sort((a, b) => byTime(a.at, b.at));
    const at = current.first.kind === 'entry' ? all.findIndex((entry) => entry.id === current.first.id) : 0;
    return at < 0 ? all : all.slice(at);
  });
  /** What the thing itself says, where that is new. */
  readonly head = $derived.by(() => {
    const { current } = this;
    if (!current || current.first.kind === 'entry') return undefined;
    const thing = (current.kind === 'poll' ? this.#poll : store.thing(current as Ref)) as { description?: string } | undefined;
    return thing === undefined ? undefined : (kindOf(current.kind)?.text?.(thing) ?? thing.description);
  });

  /** Call while a component is being set up. */
  constructor(w: string) {
    this.#w = w;
    $effect(() => {
      this.whole = Math.max(this.whole, this.items.length);
    });
    $effect(() => {
      if (this.current && this.key !== this.shown) void this.#open(this.current);
    });
  }

  async #open(item: UnreadConversation): Promise<void> {
    const comments = new Comments();
    const isThere = (): boolean => item.first.kind !== 'entry' || store.get('entries', item.first.id) !== undefined;
    this.failure = undefined;
    try {
      await this.#read(item, comments);
      while (!isThere() && comments.next !== undefined) await comments.earlier();
    } catch (error) {
      this.failure = error;
      await unreading.read(); // it may be gone
    }
    if (this.key === keyOf(item)) this.shown = this.key;
  }

  async #read({ kind, id }: UnreadConversation, comments: Comments): Promise<void> {
    if (kind === 'thread') await read.thread(this.#w, id);
    else if (kind === 'poll') this.#poll = (await read.poll(this.#w, id, comments)).poll;
    else await read[kind](this.#w, id, comments);
  }

  /** Passes over this one, which stays unread; after the last, all that are left come again. */
  next(): void {
    this.#passed = this.key ? [...this.#passed, this.key] : [];
  }

  done(): void {
    if (!this.current) return;
    const { kind, id, first, last } = this.current;
    unreading.mark({ kind, id }, last);
    announcer.toast(words.catchUp.marked, () => void unreading.unreadFrom({ kind, id }, first, false));
  }

  async mute(): Promise<void> {
    if (!this.current || this.busy) return;
    const path = api.at(this.#w, 'my-mail', this.current.kind, this.current.id);
    this.busy = true;
    try {
      await act.post(path, { wish: 'MUTE' });
      announcer.toast(words.catchUp.muted, () => void act.post(path, { wish: 'USUAL' }).then(() => unreading.read(), announcer.failed));
      await unreading.read();
    } catch (error) {
      announcer.failed(error);
    }
    this.busy = false;
  }
}
