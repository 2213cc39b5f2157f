// Pressed again after a lost answer it is the same act: no second mail, no second session.
import { newKey } from '../../api/api';
import { Refusal } from '../../api/problem';

export class Once {
  #words = '';
  #key = '';

  /** Does it under one key for as long as nobody has answered what these words ask. */
  async run(words: string, act: (key: string) => Promise<void>): Promise<void> {
    if (this.#words !== words) [this.#words, this.#key] = [words, newKey()];
    try {
      await act(this.#key);
      this.#words = '';
    } catch (error) {
      if (error instanceof Refusal && !error.passing) this.#words = '';
      throw error;
    }
  }
}
