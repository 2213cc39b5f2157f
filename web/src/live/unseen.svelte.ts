// What happened since the reader last looked at the activity view, by workspace, in this browser.
import { byTime } from './moments';
import { stored } from './drafts';
import { mySeat } from './ours';
import { locker } from './ownLocker';
import { store } from './store.svelte';

const keyOf = (w: string): string => `caucus.seen.${w}`;

class Unseen {
  #looked = $state(new Date().toISOString());

  /** Notes that the reader looks now; answers when they looked last, if ever. */
  look(w: string): string | null {
    const last = locker.getItem(keyOf(w));
    this.#looked = new Date().toISOString();
    stored(locker, keyOf(w), this.#looked);
    return last;
  }

  get count(): number {
    return store.happened.filter((act) => byTime(act.at, this.#looked) > 0 && act.seat !== mySeat()).length;
  }
}

export const unseen = new Unseen();
