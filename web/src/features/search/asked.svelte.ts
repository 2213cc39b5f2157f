// What was looked for last in a workspace. In memory alone; the words stand in the address after `#`, of which no server is told.
import type { SearchHit } from '../../api/types';

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
