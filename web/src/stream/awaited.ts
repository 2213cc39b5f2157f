// What was done here and is not on this screen yet, by its position in the log. Callers for the same position share
// one wait: an act's own page and the outbox both do.
export class Awaited {
  #waits = new Map<string, { over: Promise<void>; end: () => void }>();

  constructor(
    private readonly patience: number,
    private readonly impatient: () => void,
  ) {}

  /** Resolves when that position has come, or patience (milliseconds) has ended. */
  for(position: string): Promise<void> {
    const known = this.#waits.get(position);
    if (known) return known.over;
    let end = (): void => {};
    const over = new Promise<void>((done) => (end = done));
    this.#waits.set(position, { over, end });
    setTimeout(() => {
      if (!this.#waits.has(position)) return;
      this.impatient();
      this.came(position);
    }, this.patience);
    return over;
  }

  came(position: string): void {
    this.#waits.get(position)?.end();
    this.#waits.delete(position);
  }
}
