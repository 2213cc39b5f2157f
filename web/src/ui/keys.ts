// Single-key shortcuts. Each key means one thing everywhere: a view says what it does by that meaning, never by a key, and
// the sheet lists them all. A view registers its acts while it is on screen; typing in a field never triggers one; the box that chooses a row is not one.
// The layer that came last is asked first; an act that answers PASS leaves the key to the layers under it.
export const PASS = Symbol('pass');
type Act = (event: KeyboardEvent) => unknown;

/** What the keys mean. */
export const KEYS = {
  down: ['j'], up: ['k'], compose: ['c'], reply: ['r'], edit: ['e'], assign: ['a'], due: ['d'], state: ['s'], choose: ['x'], bulk: ['b'], filter: ['f'],
  refuse: ['!'], discard: ['#'], undo: ['z'], search: ['/'], unread: ['n'], bell: ['i'], mute: ['m'], sheet: ['?'], allRead: ['Shift+Escape'],
  extend: ['ArrowUp', 'ArrowDown'], column: ['ArrowLeft', 'ArrowRight'], leave: ['Escape'], place: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
} as const;
export type Meaning = keyof typeof KEYS;
type Layer = Partial<Record<Meaning, Act>>;
const MEANT = new Map<string, Meaning>(Object.entries(KEYS).flatMap(([meaning, keys]) => keys.map((key) => [key, meaning as Meaning])));
const layers: Layer[] = [];

const KEY = 'caucus.keys';
const OFF = 'off';
/** Whether letters act by themselves. Who speaks to a computer, or whose hand shakes, does without (WCAG 2.2, 2.1.4). */
export const lettersAct = (): boolean => localStorage.getItem(KEY) !== OFF;
export function letLettersAct(yes: boolean): void {
  if (yes) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, OFF);
}

function typing(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  return !!element?.closest?.('input:not([data-rows] [type="checkbox"]), textarea, select, [contenteditable], [role="dialog"], [role="menu"]');
}

if (typeof document !== 'undefined') {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target)) return;
    if (event.key.length === 1 && !lettersAct()) return;
    const meant = MEANT.get(event.shiftKey && event.key === 'Escape' ? 'Shift+Escape' : event.key);
    const taken = meant && layers.findLast((layer) => layer[meant] && layer[meant]?.(event) !== PASS);
    if (taken) event.preventDefault();
  });
}

/** Registers what a view does; returns how to take them back (give it to $effect). */
export function keys(layer: Layer): () => void {
  layers.push(layer);
  return () => void layers.splice(layers.indexOf(layer), 1);
}

/** What keys can lead to. */
export const PLACES = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';
export const ROWS = '[data-rows]';
export const rowsIn = (root: Element): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-row]')];
/** The row that something is in: its link, also from what else stands in it. */
export const rowOf = (element: Element | null): HTMLElement | null => element?.closest<HTMLElement>('[data-row]') ?? element?.closest('[data-key]')?.querySelector<HTMLElement>('[data-row]') ?? null;

// Where the reader last stood in which rows: a row that leaves a list (a closed issue) takes the focus away with it.
let stood: { root: Element; row: string | undefined; at: number; moved?: true } | undefined;
if (typeof document !== 'undefined') {
  document.addEventListener('focusin', ({ target }) => {
    const root = (target as Element).closest(ROWS);
    const row = rowOf(target as Element);
    if (stood?.moved && stood.root === root && stood.row === row?.dataset.row) return; // on another thing of the row that moved
    stood = root && row ? { root, row: row.dataset.row, at: rowsIn(root).indexOf(row) } : undefined;
  });
}

/** Gives the focus back to what lost it since it was put elsewhere. `j` and `k` go on from where it stood before. */
export function refocus(element: HTMLElement): void {
  const was = stood;
  element.focus({ preventScroll: true });
  if (was && stood?.root === was.root) stood = { ...was, moved: true };
}
/** Where a step leads from: from where a row stood that has moved, or has left, and not from where it is now. */
function stepped(by: number, rows: HTMLElement[], at: number, was: typeof stood): number {
  if (!was) return at >= 0 ? at + by : by > 0 ? 0 : rows.length - 1;
  const above = at >= 0 && at < was.at ? 1 : 0; // what it passed on its way up stands one further down
  return was.at + Math.min(by, 0) + above;
}

/**
 * `j` and `k`: moves the focus along the links marked `data-row` inside `root`, which is marked `data-rows`. Of several
 * such places on one page, the one that has the focus moves. `led` hears of each step.
 */
export function rowKeys(root: () => HTMLElement | undefined, led?: (row: HTMLElement) => void): Record<'down' | 'up', Act> {
  const step = (by: number): unknown => {
    const own = root();
    if (!own) return PASS;
    const active = document.activeElement as HTMLElement;
    const lost = active === document.body && stood?.root.isConnected ? stood : undefined;
    const place = active.closest(ROWS) ?? lost?.root;
    if (place && place !== own) return PASS;
    const rows = rowsIn(own);
    const at = rows.indexOf(rowOf(active) ?? active);
    const to = stepped(by, rows, at, at < 0 ? lost : stood?.moved && stood.root === own ? stood : undefined);
    const next = rows[Math.min(Math.max(to, 0), rows.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
    if (next) led?.(next);
    return undefined;
  };
  return { down: () => step(1), up: () => step(-1) };
}
