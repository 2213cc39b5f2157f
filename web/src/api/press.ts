// Nothing moves between press and release. A page that changes while a button is held down takes away what was aimed at,
// and the click goes to something else, or to nothing. What would change the layout meanwhile waits until the click is
// over: what the network brings, notices that come and go, fields that close when they lose the focus.

/** A release that no event tells of (it happened outside the window) holds nothing back for longer. */
export const LONGEST_PRESS_MS = 5_000;
/** A touch tells of its click only after its release. */
const CLICK_OF_TOUCH_MS = 60;

export class Press {
  #down = false;
  #waiting: (() => void)[] = [];
  #end: ReturnType<typeof setTimeout> | undefined;

  /** @param host the window; its listeners come before all others */
  constructor(host?: EventTarget) {
    const on = (names: string, act: (event: PointerEvent) => void): void =>
      names.split(' ').forEach((name) => host?.addEventListener(name, (event) => act(event as PointerEvent), { capture: true, passive: true }));
    on('pointerdown mousedown', ({ button }) => button === 0 && this.#begin());
    on('pointerup mouseup', ({ pointerType }) => this.#soon(pointerType === 'touch' ? CLICK_OF_TOUCH_MS : 0));
    on('pointercancel dragstart blur', (event) => event.type === 'blur' && event.target !== host ? undefined : this.#soon(0));
    on('pointermove', ({ buttons, pointerType }) => this.#down && pointerType === 'mouse' && buttons === 0 && this.#soon(0));
    // the click has found what it was for: what it does, it does at once
    on('click', () => {
      this.#down = false;
      this.#soon(0);
    });
  }

  /** Whether a button is held down. */
  get down(): boolean {
    return this.#down;
  }

  /** Does it now, or when the press is over and its click was heard. */
  after(act: () => void): void {
    if (this.#down) this.#waiting.push(act);
    else act();
  }

  /** Resolves when nothing is held down. */
  over(): Promise<void> {
    return new Promise((done) => this.after(done));
  }

  #begin(): void {
    this.#down = true;
    clearTimeout(this.#end);
    this.#end = setTimeout(() => this.#release(), LONGEST_PRESS_MS);
  }

  #soon(ms: number): void {
    if (!this.#down && this.#waiting.length === 0) return;
    clearTimeout(this.#end);
    this.#end = setTimeout(() => this.#release(), ms);
  }

  #release(): void {
    this.#down = false;
    for (const act of this.#waiting.splice(0)) act();
  }
}

export const press = new Press(typeof document === 'undefined' ? undefined : globalThis);
