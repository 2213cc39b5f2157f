// A read that belongs to a view: done when the view opens, when its address changes, when the stream says that
// everything is to be read again, and when the line is back. Old content stays on screen meanwhile; what a view was
// open with before is on screen at once, until it has been read again.
import { untrack } from 'svelte';
import { health } from '../api/health.svelte';
import { live } from './live.svelte';
import { isRefused, memoryOf, remember } from './remembered';
import { same } from './same';
import { store } from './store.svelte';

/** The reads of now: how many are under way, and whether one of them brought nothing. */
const reads = { epoch: -1, underWay: 0, failed: false };
function begun(epoch: number): void {
  if (epoch !== reads.epoch) Object.assign(reads, { epoch, underWay: 0 });
  if (reads.underWay++ === 0) reads.failed = false;
}
/** What is refused for good is an answer, too: it is not there. */
function ended(epoch: number, failure: unknown): void {
  if (epoch !== reads.epoch || epoch !== live.epoch) return; // it is being read again
  reads.failed ||= failure !== undefined && !isRefused(failure);
  if (--reads.underWay === 0 && !reads.failed) store.settle();
}

let answered: () => void;
/** Some views read nothing. */
const LONGEST_WAIT_MS = 2_500;
/** The first view has its answer. What nobody waits for begins then: on a bad line each file takes from the others. */
export const firstAnswer = new Promise<void>((done) => setTimeout((answered = done), LONGEST_WAIT_MS));

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
    const slug = untrack(() => live.slug);
    if (of) this.value = memoryOf(slug).get(untrack(of)) as A | undefined;
    $effect(() => {
      const name = of?.();
      const memory = memoryOf(slug); // another one, if what it holds is to be forgotten meanwhile
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
          const gone = name !== undefined && isRefused(error); // it was read when that was allowed
          if (gone) memory.delete(name);
          this.#settle(turn, gone ? undefined : this.value, error);
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
    answered();
  }
}
