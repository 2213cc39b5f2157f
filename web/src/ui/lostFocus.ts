// What the page does to the place where somebody stands takes the focus away: a row is moved to where it belongs now, a
// closed issue leaves its list, a button did its work and is gone ("we have read this"). Who stood on a row is on it again
// wherever it is now, or on the next one; who works by keys is led from what is gone to what stood before it, or else
// behind it. Dialogs and views that change see to that themselves.
import { PLACES, refocus, ROWS, rowOf, rowsIn } from './keys';

/** Dialogs, menus and views give the focus back in less. */
const PATIENCE_MS = 60;
const NEIGHBOURS = 3;
let byKeys = false;
let had: HTMLElement | undefined;
/** where to, once it is gone */
let instead: () => (HTMLElement | null)[] = () => [];

/** The same row, made anew; or else the one behind it; or else the one before it. */
function amongRows(rows: Element, row: HTMLElement): () => (HTMLElement | null)[] {
  const ids = rowsIn(rows).map((one) => one.dataset.row);
  const at = ids.indexOf(row.dataset.row);
  return () => [...ids.slice(at), ...ids.slice(0, at).reverse()].map((id) => rows.querySelector<HTMLElement>(`[data-row="${CSS.escape(id ?? '')}"]`));
}

function amongPlaces(main: Element, place: HTMLElement): () => HTMLElement[] {
  const all = [...main.querySelectorAll<HTMLElement>(PLACES)];
  const at = all.indexOf(place);
  const near = at < 0 ? [] : [...all.slice(Math.max(0, at - NEIGHBOURS), at).reverse(), ...all.slice(at + 1, at + 1 + NEIGHBOURS)];
  return () => near;
}

function entered({ target }: Event): void {
  const main = document.getElementById('main');
  had = undefined;
  if (!(target instanceof HTMLElement) || target === main || !main?.contains(target)) return;
  const rows = target.closest(ROWS);
  const row = rowOf(target);
  if (rows && !row) return;
  had = target;
  instead = !byKeys ? () => [] : rows && row ? amongRows(rows, row) : amongPlaces(main, target);
}

function changed(changes: MutationRecord[]): void {
  const one = had;
  if (!one) return;
  if (one.isConnected) {
    // a node that is put elsewhere loses the focus, and nothing gives it back
    const moved = document.activeElement === document.body && changes.some(({ removedNodes }) => [...removedNodes].some((node) => node.contains(one)));
    if (moved) refocus(one);
    return;
  }
  had = undefined;
  const others = instead;
  setTimeout(() => {
    for (const other of others()) if (document.activeElement === document.body && other?.isConnected) other.focus({ preventScroll: true });
  }, PATIENCE_MS);
}

export function findFocus(): void {
  document.addEventListener('keydown', () => (byKeys = true), true);
  document.addEventListener('pointerdown', () => (byKeys = false), true);
  document.addEventListener('focusin', entered);
  new MutationObserver(changed).observe(document.body, { subtree: true, childList: true });
}
