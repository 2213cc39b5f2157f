// What happened since the reader last looked at the activity view, by workspace, in this browser.
import { serverNow } from '../api/clock';
import { byTime } from './moments';
import { stored } from './drafts';
import { mySeat } from './ours';
import { locker } from './ownLocker';
import { store } from './store.svelte';

const keyOf = (w: string): string => `caucus.seen.${w}`;

class Unseen {
  /** the newest that had happened then, by the server's clock: a phone may be a day off */
  #looked = $state<string>();

  /** Notes that the reader looks now; answers when they looked last, if ever. */
  look(w: string): string | null {
    const last = locker.getItem(keyOf(w));
    this.#looked = store.happened[0]?.at;
    stored(locker, keyOf(w), new Date(serverNow()).toISOString());
    return last;
  }

  get count(): number {
    return store.happened.filter((act) => (this.#looked === undefined || byTime(act.at, this.#looked) > 0) && act.seat !== mySeat()).length;
  }
}

export const unseen = new Unseen();
