// A button that did its work and is gone ("we have read this") leaves whoever works by keys nowhere. They are led to what
// stood before it, or else behind it. Lists, dialogs and views that change see to that themselves.
import { PLACES } from './keys';

/** Dialogs and menus give the focus back in less. */
const PATIENCE_MS = 60;
const NEIGHBOURS = 3;
let byKeys = false;
let had: HTMLElement | undefined;
let near: HTMLElement[] = [];

function entered({ target }: Event): void {
  const main = document.getElementById('main');
  had = undefined;
  if (!byKeys || !(target instanceof HTMLElement) || target === main || !main?.contains(target) || target.closest('[data-rows]')) return;
  const all = [...main.querySelectorAll<HTMLElement>(PLACES)];
  const at = all.indexOf(target);
  if (at < 0) return;
  had = target;
  near = [...all.slice(Math.max(0, at - NEIGHBOURS), at).reverse(), ...all.slice(at + 1, at + 1 + NEIGHBOURS)];
}

function changed(): void {
  if (!had || had.isConnected) return;
  const candidates = near;
  had = undefined;
  setTimeout(() => {
    for (const one of candidates) if (document.activeElement === document.body && one.isConnected) one.focus({ preventScroll: true });
  }, PATIENCE_MS);
}

export function findFocus(): void {
  document.addEventListener('keydown', () => (byKeys = true), true);
  document.addEventListener('pointerdown', () => (byKeys = false), true);
  document.addEventListener('focusin', entered);
  new MutationObserver(changed).observe(document.body, { subtree: true, childList: true });
}
