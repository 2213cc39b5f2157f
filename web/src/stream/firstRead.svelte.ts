// Who is read first, as far as this seat may know. Asked once for a workspace, and again when something says that it changed.
import { api } from '../api/api';
import type { Moderation } from '../api/types';
import { live } from './live.svelte';
import { mySeat } from './ours';
import { store } from './store.svelte';

const CHANGES = ['list.stopped', 'list.ruled', 'seat.moderated'];

class FirstRead {
  value = $state.raw<Moderation>();
  failure = $state.raw<unknown>();
  #asked = '';

  /** Call in an effect: reads what a change of it depends on. */
  keep(w: string): void {
    const change = store.happened.find((act) => CHANGES.includes(act.verb));
    const asked = `${w} ${live.epoch} ${change?.key ?? ''}`;
    if (asked === this.#asked) return;
    if (!this.#asked.startsWith(`${w} `)) this.value = undefined;
    this.#asked = asked;
    api.moderation(w).then(
      (value) => {
        if (asked !== this.#asked) return;
        this.value = value;
        this.failure = undefined;
      },
      (error: unknown) => {
        if (asked !== this.#asked) return;
        this.failure = error;
        this.#asked = '';
      },
    );
  }

  isStopped(list: string | undefined): boolean {
    return this.value?.lists.some((one) => one.list === list && one.stopped) ?? false;
  }

  get isMine(): boolean {
    return this.value?.seats.includes(mySeat()) ?? false;
  }
}

export const firstRead = new FirstRead();
