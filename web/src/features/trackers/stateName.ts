// What a state is called in a tracker; what it means is the same everywhere.
import type { Issue } from '../../api/types';
import { store } from '../../stream/store.svelte';
import { t } from '../../words/words';

export const stateName = (state: Issue['state'], tracker: string | undefined): string => store.get('trackers', tracker)?.arrangement.names?.[state] || t.enums.issueStates[state];
