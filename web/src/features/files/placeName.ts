// What a place is called in which things with files are: a list, a tracker, a company's updates, or all of a kind.
import { CONVERSATIONS } from '../conversations/where';
import { organisationName } from '../../stream/ours';
import { store } from '../../stream/store.svelte';
import { t } from '../../words/words';

export function placeName(kind: string, place: string): string {
  switch (kind) {
    case 'thread': return place === CONVERSATIONS ? t.nav.conversations : store.get('lists', place)?.name ?? t.nav.lists;
    case 'issue': return store.get('trackers', place)?.name ?? t.nav.trackers;
    case 'update': return organisationName(place) || t.nav.updates;
    case 'poll': return t.nav.polls;
    default: return t.nav.actions;
  }
}
