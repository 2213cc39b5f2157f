// How much is new to the person who looks again. Pure.
import type { ActivityItem } from '../api/types';
import { byTime } from './moments';
import { actKey, type Act } from './store.svelte';

type Done = Pick<Act | ActivityItem, 'at' | 'verb' | 'ref' | 'seat'>;

/** Of what was read and of what came live, each once: how much is later than that moment. What a seat did itself is never new to it. */
export const newSince = (moment: string, seat: string, ...acts: readonly (readonly Done[])[]): number =>
  new Set(acts.flat().filter((act) => act.seat !== seat && byTime(act.at, moment) > 0).map(actKey)).size;
