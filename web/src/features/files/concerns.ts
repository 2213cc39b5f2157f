// What may change the library of files: something with files was said, or a thing has other readers, another place or title.
import { store } from '../../stream/store.svelte';

const ARRANGED = /^(audience\.|entry\.(edited|deleted|restored)|thread\.(moved|split|merged|unmerged|renamed|imported)|(issue|action)\.edited|update\.(corrected|retracted))/;

/** Whether an act of the stream does so. Of most messages the page holds that they have no file. */
export function concernsFiles({ verb, ref }: { verb: string; ref: { kind: string; id: string } }): boolean {
  if (ARRANGED.test(verb)) return true;
  const said = ref.kind === 'entry' ? store.get('entries', ref.id) : undefined;
  return said ? said.attachments !== undefined && said.attachments.length > 0 : /^(entry|issue|update|action)\.(posted|opened|planned)$/.test(verb);
}
