import { tick } from 'svelte';

/**
 * For `{@attach comesUp}`: what comes in the place of a form takes the focus, which its button had, and is in sight: a
 * reader who pressed the button at the foot of the page would else stand somewhere in the middle of what came of it.
 */
export function comesUp(node: HTMLElement): void {
  node.tabIndex = -1;
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: 'nearest' });
}

/** Gives the focus to what stands where a field was, unless it went elsewhere with the reader meanwhile. */
export async function backTo(what: () => HTMLElement | null | undefined): Promise<void> {
  await tick();
  if (document.activeElement === document.body) what()?.focus({ preventScroll: true });
}
