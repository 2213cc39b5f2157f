// What a state is called in a tracker; what it means is the same everywhere.
import { store } from '../live/store.svelte';
import { t } from '../words/words';
import type { State } from './moving';

export const stateName = (state: State, tracker: string | undefined): string => store.get('trackers', tracker)?.arrangement.names?.[state] || t.trackers.states[state];
