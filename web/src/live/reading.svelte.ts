// A read that belongs to a view: done when the view opens, when its address changes, when the stream says that
// everything is to be read again, and when the line is back. Old content stays on screen meanwhile; what a view was
// open with before is on screen at once, until it has been read again.
import { untrack } from 'svelte';
import { health } from '../api/health.svelte';
import { Refusal } from '../api/problem';
import { live } from './live.svelte';
import { same } from './same';
import { store } from './store.svelte';

const MOST_REMEMBERED = 200;

function remember(memory: Map<string, unknown>, name: string, value: unknown): void {
  memory.delete(name); // the newest stands last
  memory.set(name, value);
  if (memory.size > MOST_REMEMBERED) memory.delete(memory.keys().next().value as string);
}

/** The reads of now: how many are under way, and whether one of them brought nothing. */
const reads = { epoch: -1, underWay: 0, failed: false };
function begun(epoch: number): void {
  if (epoch !== reads.epoch) Object.assign(reads, { epoch, underWay: 0 });
  if (reads.underWay++ === 0) reads.failed = false;
}
/** What is refused for good is an answer, too: it is not there. */
function ended(epoch: number, failure: unknown): void {
  if (epoch !== reads.epoch || epoch !== live.epoch) return; // it is being read again
  reads.failed ||= failure !== undefined && !(failure instanceof Refusal && failure.status < 500 && !failure.passing);
  if (--reads.underWay === 0 && !reads.failed) store.settle();
}

export class Reading<A> {
  value = $state.raw<A>();
  failure = $state.raw<unknown>();
  busy = $state(true);
  #turn = 0;

  /**
   * Call while a component is being set up. `load` names what it depends on before its first await. `of`: under which
   * name what was read is remembered while the workspace is open; all that the answer depends on is in it.
   */
  constructor(load: () => Promise<A>, of?: () => string) {
    if (of) this.value = store.remembered.get(untrack(of)) as A | undefined;
    $effect(() => {
      const name = of?.();
      const memory = store.remembered; // another one, if what it holds is to be forgotten meanwhile
      const epoch = live.epoch;
      void health.returns;
      begun(epoch);
      const turn = ++this.#turn;
      this.busy = true;
      load().then(
        (value) => {
          if (name !== undefined && turn === this.#turn) remember(memory, name, value);
          this.#settle(turn, value, undefined);
          ended(epoch, undefined);
        },
        (error: unknown) => {
          this.#settle(turn, this.value, error);
          ended(epoch, error ?? 'nothing');
        },
      );
    });
  }

  #settle(turn: number, value: A | undefined, failure: unknown): void {
    if (turn !== this.#turn) return;
    if (!same(value, this.value)) this.value = value;
    this.failure = failure;
    this.busy = false;
  }
}
