// Whether somebody writes in a form, which then has its whole height. It opens and closes when a press is over, and not
// when the focus comes and goes: between press and release nothing moves. Where a browser gives pressed buttons no focus
// (Safari), who presses in the form is in it all the same.
import type { Attachment } from 'svelte/attachments';
import { press } from '../api/press';

/** What opens over a page belongs to what was pressed there: the menu of an audience, a question. */
const OVER = '[role="menu"], [role="dialog"], .pop';
/** A button that is disabled by its own act has lost the focus by then. */
const SETTLED_MS = 50;

export class WritingIn {
  now = $state(false);
  #form: HTMLFormElement | undefined;
  #pressedIn = false;

  /** For `{@attach writing.watch}` on the form. */
  watch: Attachment<HTMLFormElement> = (form) => {
    this.#form = form;
    const enter = (): void => press.after(() => (this.now = true));
    const leave = (): void => void setTimeout(() => press.after(this.#look));
    const pressed = ({ target }: Event): void => {
      if (!(target instanceof Element) || target.closest(OVER)) return;
      this.#pressedIn = form.contains(target);
      if (!this.#pressedIn && this.now) leave();
    };
    form.addEventListener('focusin', enter);
    form.addEventListener('click', enter);
    form.addEventListener('focusout', leave);
    document.addEventListener('pointerdown', pressed, true);
    document.addEventListener('keydown', this.#byKeys, true);
    document.addEventListener('focusin', this.#elsewhere);
    return () => {
      form.removeEventListener('focusin', enter);
      form.removeEventListener('click', enter);
      form.removeEventListener('focusout', leave);
      document.removeEventListener('pointerdown', pressed, true);
      document.removeEventListener('keydown', this.#byKeys, true);
      document.removeEventListener('focusin', this.#elsewhere);
    };
  };

  /** What was written is sent or put away: who is not in it any more leaves it. */
  done(): void {
    this.#pressedIn = false;
    setTimeout(() => press.after(this.#look), SETTLED_MS);
  }

  #byKeys = (): void => {
    this.#pressedIn = false;
  };

  #elsewhere = ({ target }: Event): void => {
    if (this.now && target instanceof Element && !this.#form?.contains(target)) press.after(this.#look);
  };

  #look = (): void => {
    const [form, at] = [this.#form, document.activeElement];
    if (!form?.isConnected) return;
    if (form.contains(at)) this.now = true;
    else if (!this.#pressedIn && !at?.closest(OVER) && !form.querySelector('[aria-expanded="true"]')) this.now = false;
  };
}
