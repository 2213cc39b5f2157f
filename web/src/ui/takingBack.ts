// What was said or opened a moment ago is closed again, and the person who holds a copy by mail is named: that does not come back.
import { api } from '../api/api';
import type { Ref } from '../api/types';
import { act } from '../stream/acting';
import { asking } from '../stream/asking.svelte';
import { slug } from '../stream/ours';
import { comma } from '../words/language';
import { sharing } from '../words/sharing';
import { announcer } from './announcer.svelte';

/** How long the server takes something back, in milliseconds. */
export const WINDOW_MS = 60_000;

type Holder = { name: string; organisation: string };
const named = (holders: Holder[]): string => holders.map((one) => `${one.name} (${one.organisation})`).join(comma);

/** Closes what one posted to oneself, within its minute. `w`: where it was posted, which may be left by now. */
export async function takeBack(of: Ref, w = slug()): Promise<void> {
  const { received = [] } = (await act.post(api.at(w, 'recall'), { of: `${of.kind}:${of.id}` })) as { received?: Holder[] };
  if (received.length === 0) announcer.toast(sharing.takeBack.done);
  else await asking.ask({ title: sharing.takeBack.title, help: sharing.takeBack.mailed(named(received)) });
}

/** Gives something back the readers that it had before it was opened to more. */
export async function closeAgain(of: Ref, before: string, w: string): Promise<void> {
  const ref = `${of.kind}:${of.id}`;
  const { token, received } = await api.audiencePreview(w, ref, before);
  await act.post(api.at(w, 'audience'), { of: ref, to: before, token });
  if (received.length === 0) announcer.toast(sharing.takeBack.closed);
  else await asking.ask({ title: sharing.takeBack.closedTitle, help: sharing.takeBack.closedMailed(named(received)) });
}
