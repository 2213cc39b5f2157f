// Differences of two texts, and three versions of one made into one. Pure; texts are divided into lines or words.

/** A piece that both have, or one that only one of them has. */
export interface Piece { kind: 'same' | 'gone' | 'new'; text: string }

/** Most cells of the table that finds what two texts have in common; longer ones are shown as a whole. */
const MOST_CELLS = 4_000_000;

type Hunk = { from: number; to: number; lines: string[] };

const same = (a: string[], b: string[]): boolean => a.length === b.length && a.every((one, i) => one === b[i]);

/** Pairs of places that stand in both, in order; what begins and ends alike costs nothing. Undefined where they are too long. */
function common(a: string[], b: string[]): [number, number][] | undefined {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const n = a.length - head - tail;
  const m = b.length - head - tail;
  if (n * m > MOST_CELLS) return undefined;
  const width = m + 1;
  const longest = new Uint32Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--)
      longest[i * width + j] = a[head + i] === b[head + j] ? (longest[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
  const pairs: [number, number][] = Array.from({ length: head }, (_, i) => [i, i]);
  for (let i = 0, j = 0; i < n && j < m;) {
    if (a[head + i] === b[head + j]) pairs.push([head + i++, head + j++]);
    else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  for (let k = tail; k > 0; k--) pairs.push([a.length - k, b.length - k]);
  return pairs;
}

const words = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];

/** From one text to another, word by word: what is gone stands before what is new. */
export function differences(before: string, after: string): Piece[] {
  const [a, b] = [words(before), words(after)];
  const pairs = common(a, b);
  if (!pairs) return [{ kind: 'gone', text: before }, { kind: 'new', text: after }];
  const pieces: Piece[] = [];
  const put = (kind: Piece['kind'], words: string[]): void => {
    const last = pieces.at(-1);
    if (words.length === 0) return;
    if (last?.kind === kind) last.text += words.join('');
    else pieces.push({ kind, text: words.join('') });
  };
  let i = 0;
  let j = 0;
  for (const [x, y] of [...pairs, [a.length, b.length] as [number, number]]) {
    put('gone', a.slice(i, x));
    put('new', b.slice(j, y));
    if (x < a.length) put('same', [a[x] as string]);
    i = x + 1;
    j = y + 1;
  }
  return pieces;
}

function hunks(base: string[], other: string[]): Hunk[] | undefined {
  const pairs = common(base, other);
  if (!pairs) return undefined;
  const all: Hunk[] = [];
  let i = 0;
  let j = 0;
  for (const [x, y] of [...pairs, [base.length, other.length] as [number, number]]) {
    if (x > i || y > j) all.push({ from: i, to: x, lines: other.slice(j, y) });
    i = x + 1;
    j = y + 1;
  }
  return all;
}

/**
 * Two texts that were made from one, as one text: every change of either is in it. Undefined where both changed the
 * same lines, or lines beside each other, since nobody but a person can say what is meant then.
 */
export function merged(base: string, mine: string, theirs: string): string | undefined {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  const lines = base.split('\n');
  const [own, other] = [mine, theirs].map((text) => hunks(lines, text.split('\n')));
  if (!own || !other) return undefined;
  const all = [...own, ...other].sort((a, b) => a.from - b.from || a.to - b.to);
  const result: string[] = [];
  let at = 0;
  let last: Hunk | undefined;
  for (const hunk of all) {
    if (last && hunk.from === last.from && hunk.to === last.to && same(hunk.lines, last.lines)) continue; // both did the same
    if (last && hunk.from <= last.to) return undefined;
    result.push(...lines.slice(at, hunk.from), ...hunk.lines);
    at = hunk.to;
    last = hunk;
  }
  return [...result, ...lines.slice(at)].join('\n');
}

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * What a form shows once something else was saved than it began with: fields that were changed in it stay, all others are
 * as they are now. Undefined where a field was changed on both sides, each in its own way.
 */
export function caughtUp<F extends object>(mine: F, base: F, now: F): F | undefined {
  const one = { ...now };
  for (const field of Object.keys(now) as (keyof F)[]) {
    if (alike(mine[field], base[field]) || alike(mine[field], now[field])) continue;
    if (!alike(now[field], base[field])) return undefined;
    one[field] = mine[field];
  }
  return one;
}
