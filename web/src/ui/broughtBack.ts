// A post that was not sent and comes back to be edited.
import type { Draft, Drafts } from '../stream/drafts';

/**
 * It stands in front of what was begun at its place meanwhile. Words that were meant for others than the post's readers
 * are for nobody until their author says for whom.
 */
export function bringBack(drafts: Drafts, seat: string, place: string, back: Draft): void {
  const begun = drafts.read(seat, place);
  const text = [back.text, begun?.subject, begun?.text].filter(Boolean).join('\n\n');
  const audience = begun === undefined || begun.audience === back.audience ? back.audience : '';
  drafts.write(seat, place, { ...back, text, audience, files: [...(back.files ?? []), ...(begun?.files ?? [])] });
}
