// Whether one can change something in the tracker that is open: in an archived one nothing changes.
import { here } from '../../shell/router/here.svelte';
import { mayWrite as may } from '../../stream/ours';
import { store } from '../../stream/store.svelte';

const openTracker = (): string | undefined => here.route.params.key ?? store.issue(here.route.params.id ?? '')?.tracker;
export function mayWrite(): boolean {
  const id = openTracker();
  return may(id === undefined ? undefined : { kind: 'tracker', id });
}
