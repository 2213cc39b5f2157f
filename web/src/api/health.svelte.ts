// What the bar at the top of the page tells: are we offline, and is the server asking us to wait.
class Health {
  /** the browser, or three failed tries, say there is no line */
  offline = $state(typeof navigator !== 'undefined' && navigator.onLine === false);
  /** requests that are waiting for a server that answered 503 or 429 */
  waiting = $state(0);
  /** the server answers, but something on the way holds its stream of events back */
  mute = $state(false);
  /** this browser cannot keep what was written: it is full, or was told to keep nothing */
  forgets = $state(false);
  /** what was asked for is not in this browser yet: there is nothing to go on with */
  missing = $state(false);
  /** counts returns from offline: a view that shows something stale reads again */
  returns = $state(0);
  /** how often the line was lost: what was asked before tells nothing of the line after */
  losses = 0;
  #waits = new Set<() => void>();

  lost(): void {
    this.losses++;
    this.offline = true;
  }

  back(): void {
    if (!this.offline) return;
    this.offline = false;
    this.returns++;
    this.#waits.forEach((wake) => wake());
  }

  /** Calls when the line is back, as often as it is; what it answers stops that. */
  whenBack(wake: () => void): () => void {
    this.#waits.add(wake);
    return () => this.#waits.delete(wake);
  }
}

export const health = new Health();
