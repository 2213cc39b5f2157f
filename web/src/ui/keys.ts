// Single-key shortcuts. A view registers its keys while it is on screen; typing in a field never triggers one.
type Act = (event: KeyboardEvent) => void;
const layers: Record<string, Act>[] = [];

function typing(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  return !!element?.closest?.('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]');
}

if (typeof document !== 'undefined') {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target)) return;
    const act = layers.findLast((layer) => layer[event.key])?.[event.key];
    if (!act) return;
    event.preventDefault();
    act(event);
  });
}

/** Registers keys; returns how to take them back (give it to $effect). */
export function keys(layer: Record<string, Act>): () => void {
  layers.push(layer);
  return () => void layers.splice(layers.indexOf(layer), 1);
}

/** `j` and `k`: moves the focus along the links marked `data-row` inside `root`. */
export function rowKeys(root: () => HTMLElement | undefined): Record<string, Act> {
  const step = (by: number): void => {
    const rows = [...(root()?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  return { j: () => step(1), k: () => step(-1) };
}
