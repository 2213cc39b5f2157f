// A question in a dialog of the house, from wherever an act is under way: asked of the person, answered yes or no.
// One at a time; the dialog is in ui/AskDialog.svelte.
export interface Question {
  title: string;
  help: string;
  /** what the button says that goes on; without it there is nothing to decide, only something to know */
  yes?: string;
}

class Asking {
  question = $state.raw<Question>();
  #answer: (yes: boolean) => void = () => {};

  ask(question: Question): Promise<boolean> {
    this.settle(false);
    return new Promise((answer) => {
      this.#answer = answer;
      this.question = question;
    });
  }

  settle(yes: boolean): void {
    this.question = undefined;
    this.#answer(yes);
    this.#answer = () => {};
  }
}

export const asking = new Asking();
