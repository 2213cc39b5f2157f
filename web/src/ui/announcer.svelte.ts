// What a screen reader is told of arrivals (one polite live region, in Notices.svelte) and the short notices with undo.
import { wordsOf } from './failures';

export interface Toast {
  id: number;
  text: string;
  undo?: () => void;
}

const SHOWN_MS = 8_000;

class Announcer {
  said = $state('');
  toasts = $state.raw<Toast[]>([]);
  #last = 0;

  say(text: string): void {
    this.said = text;
  }

  toast(text: string, undo?: () => void): void {
    const toast = { id: ++this.#last, text, undo };
    this.toasts = [...this.toasts, toast];
    setTimeout(() => this.dismiss(toast.id), SHOWN_MS);
  }

  /** An act that was not a form's: what went wrong, in the server's own words where it gave some. */
  failed = (error: unknown): void => this.toast(wordsOf(error));

  dismiss(id: number): void {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }
}

export const announcer = new Announcer();
