// What a screen reader is told of arrivals (one polite live region, in Notices.svelte) and the short notices with undo.
import { press } from '../api/press';
import { wordsOf } from './failures';

export interface Toast {
  id: number;
  text: string;
  undo?: () => void;
}

/** Long enough to be read slowly, or by ear; it can be put away sooner. */
const SHOWN_MS = 12_000;
/** What can be undone is offered as long as it takes somebody to come there, by whatever means (WCAG 2.2, 2.2.1). */
const OFFERED_MS = 30_000;
/** More would leave no room for the page; the oldest goes first. */
const MOST = 3;

/** Why time stands still: somebody points at them, stands in them with the keys, or looks at another tab. */
type Hold = 'pointer' | 'focus' | 'away';

class Announcer {
  said = $state('');
  toasts = $state.raw<Toast[]>([]);
  #last = 0;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #holds = new Set<Hold>();

  say(text: string): void {
    this.said = text;
  }

  /** `mostMs`: after that it cannot be undone any more, no matter who is at it. */
  toast(text: string, undo?: () => void, mostMs?: number): void {
    const toast = { id: ++this.#last, text, undo };
    for (const { id } of this.toasts.slice(0, Math.max(0, this.toasts.length + 1 - MOST))) this.dismiss(id);
    press.after(() => {
      this.toasts = [...this.toasts, toast];
      this.#wind();
    });
    if (mostMs) setTimeout(() => this.dismiss(toast.id), mostMs);
  }

  hold(why: Hold): void {
    this.#holds.add(why);
    this.#wind();
  }

  release(why: Hold): void {
    if (this.#holds.delete(why)) this.#wind();
  }

  /** Which was told last: what is told later has a higher number. */
  get last(): number {
    return this.#last;
  }

  /** What can still be undone and was done last. */
  get undoable(): Toast | undefined {
    return this.toasts.findLast((toast) => toast.undo);
  }

  /** Undoes that; false if there is nothing. */
  undo(toast = this.undoable): boolean {
    if (!toast) return false;
    this.dismiss(toast.id);
    toast.undo?.();
    return true;
  }

  /** An act that was not a form's: what went wrong, in the server's own words where it gave some. */
  failed = (error: unknown): void => this.toast(wordsOf(error));

  /** Another seat acts from now on: what was done by the one before it is not its to undo. */
  seated(): void {
    for (const { id, undo } of this.toasts) if (undo) this.dismiss(id);
  }

  dismiss(id: number): void {
    press.after(() => this.#drop(id));
  }

  #drop(id: number): void {
    if (!this.toasts.some((toast) => toast.id === id)) return;
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
    // nobody leaves what is gone
    this.#holds.delete('pointer');
    this.#holds.delete('focus');
    this.#wind();
  }

  /** None runs out while one of them has somebody's attention; all have their whole time afterwards. */
  #wind(): void {
    for (const { id, undo } of this.toasts) {
      if (this.#holds.size > 0) {
        clearTimeout(this.#timers.get(id));
        this.#timers.delete(id);
      } else if (!this.#timers.has(id)) this.#timers.set(id, setTimeout(() => this.dismiss(id), undo ? OFFERED_MS : SHOWN_MS));
    }
  }
}

export const announcer = new Announcer();
