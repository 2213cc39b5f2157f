// One edit on two devices of one person: what is typed on the other, or was saved or left there, is shown here too, but
// not under the hands of who types. Two tabs each keep what was typed in them, and put it together with what is saved.
import { untrack } from 'svelte';
import type { Draft } from '../stream/drafts';
import { mySeat } from '../stream/ours';
import { drafts } from '../stream/writing';

/** Call while it is being set up. `place`: where its draft is, while it is edited; `typed`: whether something was typed here. */
export function followsEdit(place: () => string | undefined, field: () => HTMLInputElement | HTMLTextAreaElement | undefined, typed: () => boolean, show: (now?: Draft) => void): void {
  const act = (now: Draft | undefined, asked: boolean): boolean => {
    if (!asked && document.hasFocus() && document.activeElement === field() && typed()) return false;
    show(now);
    return true;
  };
  $effect(() => {
    const at = place();
    return at === undefined ? undefined : untrack(() => drafts.follow(mySeat(), at, { form: () => field()?.form ?? undefined, act }, false));
  });
}
