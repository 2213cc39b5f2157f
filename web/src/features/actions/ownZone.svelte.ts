// In whose hours actions are shown to their reader, on every page the same: those of the zone kept for mail; until one is
// chosen, and with a company's eyes, those of this device. Which it is stands beside them.
import { api } from '../../api/api';
import { looking, mySeat, slug } from '../../stream/ours';
import { Reading } from '../../stream/reading.svelte';
import { readersZone } from '../../ui/times';
import { chosenZone } from './month';

/** What was read last, by seat: shown at once while it is read anew. */
const last = new Map<string, string>();

export class OwnZone {
  #kept: Reading<string | undefined>;

  /** Call while a component is being set up. */
  constructor() {
    this.#kept = new Reading(async () => {
      if (looking() !== undefined) return undefined;
      const seat = mySeat();
      const { zone } = await api.myMail(slug());
      last.set(seat, zone);
      return zone;
    });
  }

  /** The zone kept for mail; undefined where none was chosen. */
  get chosen(): string | undefined {
    return looking() === undefined ? chosenZone(this.#kept.value ?? last.get(mySeat())) : undefined;
  }

  get zone(): string {
    return this.chosen ?? readersZone();
  }

  /** Until then it may be another: what is drawn would move. */
  get known(): boolean {
    return !this.#kept.busy || last.has(mySeat());
  }
}
