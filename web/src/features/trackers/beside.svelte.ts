// Whether an issue opens beside its list (there is room) or as a page of its own, and which one is open there.
import { MediaQuery } from 'svelte/reactivity';

class Beside {
  #room = new MediaQuery('(min-width: 1280px)');
  /** id of the issue that stands beside the list on screen */
  issue = $state<string>();

  get room(): boolean {
    return this.#room.current;
  }

  /** From the list into the issue: its heading takes the focus, so that `j` and `k` move through its comments. */
  enter = (): void => document.querySelector<HTMLElement>('main h1')?.focus();
}

export const beside = new Beside();
