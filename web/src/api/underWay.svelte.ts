// What the reader asked for and waits for. Whatever takes longer than a blink is seen to be under way, wherever it was asked.
const BLINK_MS = 300;

export class UnderWay {
  /** something that was asked for takes longer than a blink */
  slow = $state(false);
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The outcome of `act` is its own. */
  async during<A>(act: Promise<A>): Promise<A> {
    if (this.#asked++ === 0) this.#timer = setTimeout(() => (this.slow = true), BLINK_MS);
    try {
      return await act;
    } finally {
      if (--this.#asked === 0) {
        clearTimeout(this.#timer);
        this.slow = false;
      }
    }
  }
}

export const underWay = new UnderWay();
