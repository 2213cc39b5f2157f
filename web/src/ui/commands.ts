// What can be done where the reader is, for the palette. A view says it while it is on screen; it is asked when the
// palette opens, so that what is offered is what holds then.
import type { IconName } from './Icon.svelte';

export interface Command {
  key: string;
  /** what it does, as a whole sentence or the words of its button */
  title: string;
  /** to what, in a few words */
  place: string;
  icon: IconName;
  run: () => unknown;
}

interface Layer { can: () => Command[]; near: boolean }
const layers: Layer[] = [];

/** Registers what a view can do; returns how to take it back (give it to `onMount`). `near`: it is done to what is open. */
export function commands(can: () => Command[], near = false): () => void {
  const layer = { can, near };
  layers.push(layer);
  return () => void layers.splice(layers.indexOf(layer), 1);
}

/** All that can be done now: first to what is open, then what the view that came last can do. */
export const possible = (): Command[] => layers.toReversed().sort((a, b) => Number(b.near) - Number(a.near)).flatMap((layer) => layer.can());
