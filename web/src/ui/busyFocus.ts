// A button that is disabled while its act is under way loses the focus to nothing, and does not get it back by itself.
// Here it does, unless the reader went on meanwhile.
let left: Element | undefined;

function changed(changes: MutationRecord[]): void {
  for (const { target } of changes) {
    const element = target as HTMLButtonElement;
    if (element.disabled) {
      if (document.activeElement === element) left = element;
    } else if (element === left) {
      left = undefined;
      // a dialog that asked in between is still going
      setTimeout(() => document.activeElement === document.body && element.focus({ preventScroll: true }));
    }
  }
}

export const keepFocus = (): void =>
  new MutationObserver(changed).observe(document.body, { subtree: true, attributeFilter: ['disabled'] });
