// Which rows of a long list are in the page, and how tall what is left out between them is. Pure; see Windowed.svelte.

/** Rows from one to before another. */
export interface Span { from: number; to: number }

/** A row that is in the page, or rows that are left out. */
export type Part = { at: number } | { skip: Span };

/** Where each row begins, in px from the first one's top, and at last where the list ends; `gap` follows each row. */
export function topsOf<T>(items: T[], keyOf: (item: T) => string, heights: ReadonlyMap<string, number>, usual: number, gap: number): Float64Array {
  const tops = new Float64Array(items.length + 1);
  let known = 0;
  for (const height of heights.values()) known += height;
  const middling = heights.size > 0 ? known / heights.size : usual;
  for (const [i, item] of items.entries()) tops[i + 1] = (tops[i] ?? 0) + (heights.get(keyOf(item)) ?? middling) + gap;
  return tops;
}

/** The rows of a span, and those held with their neighbours, in order, with what lies between them. */
export function around(seen: Span, held: number[], count: number): Part[] {
  const rows = new Set<number>();
  for (let at = Math.max(seen.from, 0); at < Math.min(seen.to, count); at++) rows.add(at);
  for (const one of held) for (const at of [one - 1, one, one + 1]) if (at >= 0 && at < count) rows.add(at);
  const parts: Part[] = [];
  let next = 0;
  for (const at of [...rows].sort((a, b) => a - b)) {
    if (at > next) parts.push({ skip: { from: next, to: at } });
    parts.push({ at });
    next = at + 1;
  }
  if (next < count) parts.push({ skip: { from: next, to: count } });
  return parts;
}

/** The row that `px` below the list's top lies in, by the tops of all; beyond the last of them, how many there are. */
export function rowAt(tops: ArrayLike<number>, count: number, px: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tops[middle + 1] ?? 0) <= px) low = middle + 1;
    else high = middle;
  }
  return low;
}
