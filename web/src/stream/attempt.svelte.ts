import { cameOfAct } from '../api/problem';

// One act of a form: busy while it is under way; why it failed stays until the next try.
export class Attempt {
  busy = $state(false);
  failure = $state.raw<unknown>();

  /** Answers whether it went well. */
  async run(act: () => Promise<unknown>): Promise<boolean> {
    this.busy = true;
    this.failure = undefined;
    try {
      await act();
      return true;
    } catch (error) {
      this.failure = cameOfAct(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
