// A fresh proof of who is signed in: asked for once, however many acts wait for it. The dialog is in StepUpDialog.svelte.
import { api } from '../../api/api';
import type { Way } from '../../api/types';

class StepUp {
  /** how it can be proved, while the dialog is open */
  ways = $state.raw<Way[]>();
  #asked?: Promise<boolean>;
  #answer: (proved: boolean) => void = () => {};

  /** Answers whether it was proved; false if the person thought better of it. */
  prove(ways: Way[]): Promise<boolean> {
    if (ways.length === 0) return Promise.resolve(false);
    this.#asked ??= new Promise<boolean>((answer) => {
      this.#answer = answer;
      this.ways = ways;
    });
    return this.#asked;
  }

  settle(proved: boolean): void {
    this.ways = undefined;
    this.#asked = undefined;
    this.#answer(proved);
  }

  /** For what the browser asks by itself, such as a download: proves first where that is needed. */
  async ready(): Promise<boolean> {
    const state = await api.stepUpState();
    return state.until !== undefined || this.prove(state.ways);
  }
}

export const stepUp = new StepUp();
