// A read that belongs to a view: done when the view opens, when its address changes, when the stream says that
// everything is to be read again, and when the line is back. Old content stays on screen meanwhile.
import { health } from '../api/health.svelte';
import { live } from './live.svelte';

export class Reading<A> {
  value = $state.raw<A>();
  failure = $state.raw<unknown>();
  busy = $state(true);
  #turn = 0;

  /** Call while a component is being set up. `load` names what it depends on before its first await. */
  constructor(load: () => Promise<A>) {
    $effect(() => {
      void live.epoch;
      void health.returns;
      const turn = ++this.#turn;
      this.busy = true;
      load().then(
        (value) => this.#settle(turn, value, undefined),
        (error: unknown) => this.#settle(turn, this.value, error),
      );
    });
  }

  #settle(turn: number, value: A | undefined, failure: unknown): void {
    if (turn !== this.#turn) return;
    this.value = value;
    this.failure = failure;
    this.busy = false;
  }
}
