import { expect, it } from 'vitest';
import { Refusal, Unreachable } from '../../api/problem';
import type { Outline, OutlineCorrection, OutlineSegment } from '../../api/types';
import { Correcting } from './correcting.svelte';
import { corrected, rowsOf, type Row } from './outline';

const segment = (line: number, text: string, level = 1): OutlineSegment => ({ line, kind: 'PARAGRAPH', level, number: '', path: `${line}`, heading: '', text });
const outlineOf = (version: number, segments: OutlineSegment[], corrections = version - 1): Outline => ({ version, corrections, segments }) as unknown as Outline;

/** A server that corrects as ours does, and remembers what it was sent. */
function desk(begin: OutlineSegment[]) {
  const past: Row[][] = [];
  let rows = rowsOf(begin);
  let version = 1;
  const sent: { corrections: OutlineCorrection[]; key: string; version: number }[] = [];
  const soon: (() => void)[] = [];
  const failures: unknown[] = [];
  let fails: unknown;
  const server = (): Outline => outlineOf(version, rows.map((row) => ({ ...row, path: `p${row.line}` })), past.length);
  let keys = 0;
  const correcting = new Correcting({
    send: (at, corrections, key) => {
      sent.push({ version: at, corrections, key });
      if (fails) return Promise.reject(fails as Error);
      for (const one of corrections) {
        if (one.change === 'TAKE_BACK') rows = past.pop() ?? rows;
        else {
          past.push(rows);
          rows = corrected(rows, one);
        }
      }
      version++;
      return Promise.resolve(server());
    },
    read: () => Promise.resolve(server()), newKey: () => `key ${++keys}`, soon: (act) => (soon.push(act), () => {}), failed: (error) => failures.push(error),
  });
  correcting.take(server());
  return { correcting, sent, failures, fail: (error: unknown) => (fails = error), later: () => soon.at(-1)?.() };
}

it('shows a correction at once, sends those of a moment together, and takes what the server says for it', async () => {
  const { correcting, sent } = desk([segment(1, 'One\n'), segment(2, 'Two\n')]);
  correcting.correct({ change: 'SET_LEVEL', line: 2, level: 2 });
  correcting.correct({ change: 'JOIN', line: 2 });
  expect(correcting.rows.map((row) => row.text)).toEqual(['One\nTwo\n']);
  expect(correcting.saved).toBe(false);
  expect(await correcting.flush()).toBe(true);
  expect(sent).toEqual([{ version: 1, key: 'key 1', corrections: [{ change: 'SET_LEVEL', line: 2, level: 2 }, { change: 'JOIN', line: 2 }] }]);
  expect(correcting.rows.map((row) => row.path)).toEqual(['p1']);
  expect(correcting.undoable).toBe(2);
});

it('takes back what was not sent without a word to the server, and asks it for the rest', async () => {
  const { correcting, sent } = desk([segment(1, 'One\n'), segment(2, 'Two\n')]);
  correcting.correct({ change: 'JOIN', line: 2 });
  expect(correcting.undo()).toBe(true);
  expect(correcting.rows).toHaveLength(2);
  expect(correcting.saved).toBe(true);
  correcting.correct({ change: 'SET_LEVEL', line: 2, level: 2 });
  await correcting.flush();
  correcting.undo();
  expect(correcting.rows[1]?.level).toBe(1);
  await correcting.flush();
  expect(sent.map((one) => one.corrections.map(({ change }) => change))).toEqual([['SET_LEVEL'], ['TAKE_BACK']]);
  expect(correcting.undo()).toBe(false);
});

it('keeps what nobody answered, and sends it again under its key', async () => {
  const { correcting, sent, fail, later } = desk([segment(1, 'One\n'), segment(2, 'Two\n')]);
  fail(new Unreachable('/readings'));
  correcting.correct({ change: 'JOIN', line: 2 });
  expect(await correcting.flush()).toBe(false);
  expect(correcting.rows).toHaveLength(1);
  correcting.correct({ change: 'SET_LEVEL', line: 1, level: 0 });
  fail(undefined);
  later();
  expect(await correcting.flush()).toBe(true);
  expect(sent.map((one) => one.key)).toEqual(['key 1', 'key 1', 'key 2']);
  expect(correcting.rows.map((row) => row.level)).toEqual([0]);
});

it('shows what stands at the server, and why, when that cannot be corrected so', async () => {
  const { correcting, failures, fail } = desk([segment(1, 'One\n'), segment(2, 'Two\n')]);
  fail(new Refusal({ type: 'about:blank', title: '', status: 409, detail: 'Corrected elsewhere.' }));
  correcting.correct({ change: 'JOIN', line: 2 });
  expect(await correcting.flush()).toBe(false);
  expect(failures).toHaveLength(1);
  expect(correcting.rows).toHaveLength(2);
  expect(correcting.saved).toBe(true);
});
