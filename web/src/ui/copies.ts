// Copies of a post by mail: those that have left, of those that have left or wait.
import type { Deliveries } from '../api/types';

type Row = Pick<Deliveries['items'][number], 'state'>;
const LEFT = new Set(['SENT', 'IN_DIGEST']);
const WAITS = new Set(['NEXT_DIGEST', 'WAITING', 'RETRYING']);

export function copies(rows: readonly Row[]): { left: number; all: number } {
  const left = rows.filter((row) => LEFT.has(row.state)).length;
  return { left, all: left + rows.filter((row) => WAITS.has(row.state)).length };
}
