// The outline of a text before it is adopted: what a correction makes of its rows. The same as the server does, so that a key
// shows at once what the server says a moment later; numbers and paths are the server's alone. Pure.
import type { OutlineCorrection, OutlineSegment, SegmentKind } from '../../api/types';

/** The deepest level there is. */
export const DEEPEST = 12;
/** Corrections of one request at most. */
export const MOST_AT_ONCE = 500;

/** A row by a key that stays its own while rows above it come and go. */
export interface Row extends OutlineSegment { key: number }

let last = 0;
const made = (segment: OutlineSegment): Row => ({ ...segment, key: ++last });

/** The rows as the server gave them. Where there are as many as before, each keeps its key. */
export const rowsOf = (segments: OutlineSegment[], before: Row[] = []): Row[] =>
  segments.map((segment, i) => (before.length === segments.length && before[i] ? { ...segment, key: before[i].key } : made(segment)));

const counted = (rows: Row[]): Row[] => rows.map((row, i) => (row.line === i + 1 ? row : { ...row, line: i + 1 }));
const changed = (rows: Row[], at: number, change: Partial<OutlineSegment>): Row[] => rows.map((row, i) => (i === at ? { ...row, ...change } : row));

/** The rows after a correction; the same rows where it changes nothing. */
export function corrected(rows: Row[], { change, line = 0, level, kind, at = 0 }: OutlineCorrection): Row[] {
  const n = line - 1;
  const row = rows[n];
  if (!row) return rows;
  if (change === 'SET_LEVEL' && level !== undefined) return changed(rows, n, { level });
  if (change === 'SET_KIND' && kind) return changed(rows, n, { kind, ...(kind === 'FURNITURE' ? { level: 0, path: '' } : {}) });
  if (change === 'SPLIT' && at > 0 && at < row.text.length) {
    const below: OutlineSegment = { ...row, number: '', heading: '', path: '', text: row.text.slice(at) };
    return counted([...rows.slice(0, n), { ...row, text: row.text.slice(0, at) }, made(below), ...rows.slice(n + 1)]);
  }
  const above = rows[n - 1];
  if (change === 'JOIN' && above) return counted([...rows.slice(0, n - 1), { ...above, text: above.text + row.text }, ...rows.slice(n + 1)]);
  return rows;
}

/** The level that a step leads to: one deeper than what is above at most, and no further out than 1. */
export function stepped(rows: Row[], line: number, by: 1 | -1): OutlineCorrection | undefined {
  const row = rows[line - 1];
  if (!row || row.kind === 'FURNITURE') return undefined;
  const above = rows.slice(0, line - 1).findLast((one) => one.kind !== 'FURNITURE');
  const level = row.level + by;
  return level < 1 || level > Math.min(DEEPEST, (above?.level ?? 0) + 1) ? undefined : { change: 'SET_LEVEL', line, level };
}

/** Furniture of what was none, and the other way round. */
export function furniture(rows: Row[], line: number): OutlineCorrection | undefined {
  const row = rows[line - 1];
  if (!row) return undefined;
  return { change: 'SET_KIND', line, kind: row.kind === 'FURNITURE' ? 'PARAGRAPH' : 'FURNITURE' };
}

export const joined = (rows: Row[], line: number): OutlineCorrection | undefined => (line > 1 && rows[line - 1] ? { change: 'JOIN', line } : undefined);

/** What a row says in one line: its words without line breaks. */
export const lineOf = (row: Pick<OutlineSegment, 'text'>): string => row.text.replace(/\s+/g, ' ').trim();

const STRUCTURE = new Set<SegmentKind>(['PART', 'CHAPTER', 'SCHEDULE']);
/** Those that are shown as headings of what follows. */
export const isHead = (kind: SegmentKind): boolean => STRUCTURE.has(kind) || kind === 'HEADING';

/** A word of a row, and where it begins. `likely`: provisions begin there: after a line break, a sentence or before “(b)”. */
export interface Place { at: number; word: string; likely: boolean }

const WORD = /\S+\s*/g;
const ENDS = /[.;:؛۔]["”’)\]]?\s+$|\n\s*$/;
const ENUMERATES = /^(?:\(\p{L}{1,4}\)|\(\p{N}{1,3}\)|\p{N}+(?:\.\p{N}+)*[.)]|\p{L}[.)])/u;

/** Where a row can be split: before each word but the first. */
export function placesOf(text: string): Place[] {
  const words = [...text.matchAll(WORD)].map((found) => ({ at: found.index, word: found[0] }));
  return words.slice(1).map(({ at, word }, i) => ({ at, word, likely: ENDS.test(words[i]?.word ?? '') || ENUMERATES.test(word) }));
}

/** The next likely place in that direction; the present one if no other follows. */
export function likelyFrom(places: Place[], from: number, by: 1 | -1): number {
  for (let i = from + by; i >= 0 && i < places.length; i += by) if (places[i]?.likely) return i;
  return from;
}
