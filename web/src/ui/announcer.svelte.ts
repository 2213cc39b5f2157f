// What a screen reader is told of arrivals (one polite live region, in Notices.svelte) and the short notices with undo.
import { wordsOf } from './failures';

export interface Toast {
  id: number;
  text: string;
  undo?: () => void;
}

const SHOWN_MS = 8_000;
/** What can be undone is offered as long as it takes somebody to come there. */
const OFFERED_MS = 12_000;

class Announcer {
  said = $state('');
  toasts = $state.raw<Toast[]>([]);
  #last = 0;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();

  say(text: string): void {
    this.said = text;
  }

  toast(text: string, undo?: () => void): void {
    const toast = { id: ++this.#last, text, undo };
    this.toasts = [...this.toasts, toast];
    this.leave(toast);
  }

  /** While somebody stands in it with the keys, it stays. */
  stay({ id }: Toast): void {
    clearTimeout(this.#timers.get(id));
  }

  leave({ id, undo }: Toast): void {
    this.stay({ id, text: '' });
    this.#timers.set(id, setTimeout(() => this.dismiss(id), undo ? OFFERED_MS : SHOWN_MS));
  }

  /** Undoes what can still be undone and was done last; false if there is nothing. */
  undo(): boolean {
    const last = this.toasts.findLast((toast) => toast.undo);
    last?.undo?.();
    if (last) this.dismiss(last.id);
    return last !== undefined;
  }

  /** An act that was not a form's: what went wrong, in the server's own words where it gave some. */
  failed = (error: unknown): void => this.toast(wordsOf(error));

  dismiss(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }
}

export const announcer = new Announcer();
