// Code of views, which comes when it is first asked for. From then on it is at hand at once: even what it has in memory,
// import() hands over only a frame or two later.
import type { Component } from 'svelte';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type View = Component<any>;
/** The same function each time: what it brought is kept under it. */
export type Load = () => Promise<{ default: View }>;

class Code {
  #come = new Map<Load, View>();

  /** What has come already. */
  atHand(load: Load | undefined): View | undefined {
    return load && this.#come.get(load);
  }

  /** Throws what import() throws when it cannot be had; asked again, it is tried again. */
  async fetch(load: Load): Promise<View> {
    const view = (await load()).default;
    this.#come.set(load, view);
    return view;
  }
}

export const code = new Code();
