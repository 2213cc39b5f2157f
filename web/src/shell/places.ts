// The places of a workspace, in the order of the rail and of the keys 1 to 6.
import type { Name } from './router/router';
import { to } from './router/router';
import type { IconName } from '../ui/Icon.svelte';
import { t } from '../words/words';

export interface Place {
  name: Name;
  /** routes that belong to the place */
  covers: Name[];
  icon: IconName;
  words: string;
  href: string;
}

export const places = (w: string): Place[] => [
  { name: 'activity', covers: ['activity'], icon: 'activity', words: t.nav.activity, href: to.activity(w) },
  { name: 'lists', covers: ['lists', 'list', 'thread', 'import', 'message'], icon: 'lists', words: t.nav.lists, href: to.lists(w) },
  { name: 'trackers', covers: ['trackers', 'tracker', 'issue', 'import-issues', 'arrange'], icon: 'trackers', words: t.nav.trackers, href: to.trackers(w) },
  { name: 'updates', covers: ['updates', 'update', 'board'], icon: 'updates', words: t.nav.updates, href: to.updates(w) },
  { name: 'actions', covers: ['actions', 'action', 'commitments'], icon: 'actions', words: t.nav.actions, href: to.actions(w) },
  { name: 'people', covers: ['people', 'organisation', 'handover', 'roster', 'audit'], icon: 'people', words: t.nav.people, href: to.people(w) },
];
