// The outline of a text in the hands of its reader. A key shows at once; what it corrects goes to the server a moment later, in
// the order in which it was done, and again under its key when the line is back. The server's rows then stand for ours.
import { Refusal, Unreachable } from '../../api/problem';
import type { Outline, OutlineCorrection } from '../../api/types';
import { corrected, MOST_AT_ONCE, rowsOf, type Row } from './outline';

export interface Ways {
  send: (version: number, corrections: OutlineCorrection[], key: string) => Promise<Outline>;
  /** all of it, as it stands there now */
  read: () => Promise<Outline>;
  newKey: () => string;
  /** calls after a while, or when the line is back; answers how to stop that */
  soon: (act: () => void, ms: number) => () => void;
  failed: (error: unknown) => void;
}

export const PAUSE_MS = 500;
const AGAIN_MS = 5_000;

export class Correcting {
  rows = $state.raw<Row[]>([]);
  outline = $state.raw<Outline>();
  /** what was done here and the server has not answered yet */
  #ours = $state.raw<OutlineCorrection[]>([]);
  #under = $state.raw<{ corrections: OutlineCorrection[]; key: string }>();
  /** the rows before each correction of this page, the last one last */
  #before: Row[][] = [];
  #sending: Promise<boolean> | undefined;
  #stop: () => void = () => {};
  #over = false;

  constructor(private readonly ways: Ways) {}

  /** What is on screen stands at the server. */
  get saved(): boolean {
    return this.#under === undefined && this.#ours.length === 0;
  }

  /** How many corrections can be taken back. */
  get undoable(): number {
    const count = (all: OutlineCorrection[]): number => all.reduce((sum, one) => sum + (one.change === 'TAKE_BACK' ? -1 : 1), 0);
    return (this.outline?.corrections ?? 0) + count(this.#ours) + count(this.#under?.corrections ?? []);
  }

  /** As it was read; what was done here and is not there yet comes on top. */
  take(outline: Outline): void {
    if (!this.saved || (this.outline !== undefined && outline.version < this.outline.version)) return;
    this.outline = outline;
    this.rows = rowsOf(outline.segments, this.rows);
  }

  /** Answers whether it changed anything. */
  correct(correction: OutlineCorrection | undefined): boolean {
    const rows = correction ? corrected(this.rows, correction) : this.rows;
    if (!correction || rows === this.rows) return false;
    this.#before.push(this.rows);
    this.rows = rows;
    this.#ours = [...this.#ours, correction];
    this.#later(PAUSE_MS);
    return true;
  }

  /** Takes the last correction back, also one of an earlier visit. */
  undo(): boolean {
    if (this.undoable < 1) return false;
    const rows = this.#before.pop();
    if (rows) this.rows = rows;
    if (this.#ours.length > 0 && this.#ours.at(-1)?.change !== 'TAKE_BACK') this.#ours = this.#ours.slice(0, -1);
    else this.#ours = [...this.#ours, { change: 'TAKE_BACK' }];
    this.#later(rows ? PAUSE_MS : 0);
    return true;
  }

  /** Sends what waits; answers whether all of it stands at the server. */
  async flush(): Promise<boolean> {
    this.#stop();
    while (!this.saved && this.outline) {
      this.#sending ??= this.#next().finally(() => (this.#sending = undefined));
      if (!(await this.#sending)) return false;
    }
    return this.saved;
  }

  async #next(): Promise<boolean> {
    if (!this.#under) {
      this.#under = { corrections: this.#ours.slice(0, MOST_AT_ONCE), key: this.ways.newKey() };
      this.#ours = this.#ours.slice(MOST_AT_ONCE);
    }
    return this.#send(this.#under);
  }

  /** The page goes. What waits is sent once more, and nobody hears of it. */
  leave(): void {
    void this.flush();
    this.#over = true;
    this.#stop();
  }

  async #send({ corrections, key }: { corrections: OutlineCorrection[]; key: string }): Promise<boolean> {
    try {
      const outline = await this.ways.send(this.outline?.version ?? 0, corrections, key);
      this.#under = undefined;
      this.outline = outline;
      if (this.#ours.length === 0) await this.#settle(outline);
      return true;
    } catch (error) {
      if (error instanceof Unreachable || (error instanceof Refusal && (error.passing || error.status >= 500))) {
        this.#later(AGAIN_MS);
        return false;
      }
      // it was corrected elsewhere meanwhile, or cannot be: what stands there is shown, and why
      this.#under = undefined;
      this.#ours = [];
      this.#before = [];
      this.ways.failed(error);
      await this.ways.read().then((now) => this.#settle(now), () => {}); // read again with the page
      return false;
    }
  }

  /** A long outline comes in pages, of which the answer is the first. */
  async #settle(outline: Outline): Promise<void> {
    const whole = outline.next === undefined ? outline : await this.ways.read();
    if (this.#ours.length > 0 && whole.version !== this.outline?.version) return;
    this.outline = whole;
    if (this.#ours.length === 0) this.rows = rowsOf(whole.segments, this.rows);
  }

  #later(ms: number): void {
    this.#stop();
    if (!this.#over) this.#stop = this.ways.soon(() => void this.flush(), ms);
  }
}
