// What was looked for last in a workspace. In memory alone: words that people look for stand in no address and no history.
import type { SearchHit } from '../api/types';

export interface Found {
  q: string;
  hits: SearchHit[];
  found: number;
  next?: string;
}

class Asked {
  #last = $state.raw<Record<string, Found | undefined>>({});

  of(w: string): Found | undefined {
    return this.#last[w];
  }

  keep(w: string, found: Found | undefined): void {
    this.#last = { ...this.#last, [w]: found };
  }
}

export const asked = new Asked();
