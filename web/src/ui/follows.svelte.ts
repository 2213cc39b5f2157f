// One draft in two tabs or devices of one person: where it is typed in the other, or was sent there, a composer shows the same, so
// that nothing is lost that was typed in one of them, and nothing is sent again. Not under the hands of who types here.
import type { Draft } from '../stream/drafts';
import type { Files } from '../stream/files.svelte';
import { mySeat } from '../stream/ours';
import { drafts } from '../stream/writing';
import type { Choosing } from './choosing.svelte';

/** Call while a composer is being set up. `show` puts the words where they are typed, in the form that `field` is of. */
export function follows(place: string, field: () => HTMLInputElement | HTMLTextAreaElement | undefined, files: Files | undefined, choosing: Choosing, show: (now?: Draft) => void): void {
  const form = (): HTMLElement | undefined => field()?.form ?? undefined;
  $effect(() => drafts.follow(mySeat(), place, { form, act: (now, asked) => {
    if (!asked && document.hasFocus() && form()?.contains(document.activeElement)) return false;
    show(now);
    files?.follow(now?.files ?? []);
    if (now?.audience) choosing.choose(now.audience);
    else choosing.reset();
    return true;
  } }));
}
