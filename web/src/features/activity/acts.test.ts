// What belongs together in the list of what happened.
import { expect, it } from 'vitest';
import type { FieldChange } from '../../api/types';
import { together } from './acts';

interface Done { key: string; at: string; verb: string; ref: { kind: 'issue' | 'invitation' | 'entry'; id: string }; under?: { kind: 'issue' | 'thread'; id: string }; seat?: string; from?: string; changes?: FieldChange[] }
let n = 0;
const at = (minute: number): string => new Date(Date.UTC(2026, 10, 2, 9, minute)).toISOString();
function act(minute: number, id: string, more: Partial<Done> = {}): Done {
  const verb = more.verb ?? 'issue.edited';
  return { key: `${++n}`, at: at(minute), verb, ref: { kind: 'issue', id }, seat: 'ngozi', ...more };
}
const moved = (was: string, now: string): FieldChange[] => [{ field: 'priority', was, now }];
const shown = (acts: Done[]): string[] => together(acts).map((one) => `${one.acts.length} of ${one.things}${one.undone ? ' undone' : ''}`);

it('makes one line of a bulk edit, also where others act in between', () => {
  expect(shown([act(9, 'a'), act(9, 'x', { seat: 'bola' }), act(8, 'b'), act(8, 'c'), act(7, 'd')])).toEqual(['4 of 4', '1 of 1']);
});
it('leaves two things their names', () => {
  expect(shown([act(9, 'a'), act(8, 'b')])).toEqual(['1 of 1', '1 of 1']);
});
it('makes one line of edits of one thing, from what it was to what it is', () => {
  const lines = together([act(9, 'a', { changes: moved('LOW', 'HIGH') }), act(8, 'a', { changes: moved('NONE', 'LOW') })]);
  expect(lines.map((one) => one.changes)).toEqual([[{ field: 'priority', was: 'NONE', now: 'HIGH' }]]);
});
it('never repeats a bulk edit with its undo', () => {
  const there = ['a', 'b', 'c'].map((id) => act(8, id, { changes: moved('LOW', 'HIGH') }));
  const back = ['a', 'b', 'c'].map((id) => act(9, id, { changes: moved('HIGH', 'LOW') }));
  expect(shown([...back, ...there])).toEqual(['6 of 3 undone']);
});
it('says that closing was undone, also for one', () => {
  expect(shown([act(9, 'a', { verb: 'issue.reopened' }), act(8, 'a', { verb: 'issue.closed' })])).toEqual(['2 of 1 undone']);
});
it('keeps closing and opening again of different things apart', () => {
  expect(shown([act(9, 'a', { verb: 'issue.reopened' }), act(8, 'b', { verb: 'issue.closed' })])).toEqual(['1 of 1', '1 of 1']);
});
it('is no undo where a value is other than before, or was not told', () => {
  expect(shown([act(9, 'a', { changes: moved('HIGH', 'NONE') }), act(8, 'a', { changes: moved('LOW', 'HIGH') })])).toEqual(['2 of 1']);
  expect(shown([act(9, 'a'), act(8, 'a', { changes: moved('LOW', 'HIGH') })])).toEqual(['2 of 1']);
  expect(shown([act(9, 'a', { changes: [{ field: 'description' }] }), act(8, 'a', { changes: [{ field: 'description' }] })])).toEqual(['2 of 1']);
});
it('finds nothing left where a field was empty before, and is again', () => {
  const labels = (now: string[], was?: string[]): FieldChange[] => [was ? { field: 'labels', was, now } : { field: 'labels', now }];
  expect(shown([act(9, 'a', { changes: labels([], ['press']) }), act(8, 'a', { changes: labels(['press']) })])).toEqual(['2 of 1 undone']);
});
it('says what was changed in all of them alike', () => {
  const changes = (was: string): FieldChange[] => [...moved(was, 'HIGH'), { field: 'due', was: '', now: `2026-12-0${++n % 9}` }];
  expect(together([act(9, 'a', { changes: changes('LOW') }), act(9, 'b', { changes: changes('NONE') }), act(9, 'c', { changes: changes('LOW') })])[0]?.changes)
    .toEqual([{ field: 'priority', now: 'HIGH' }]);
});
it('begins a new line after ten minutes, and for words of anybody', () => {
  expect(shown([act(30, 'a'), act(30, 'b'), act(30, 'c'), act(9, 'd'), act(9, 'e'), act(9, 'f')])).toEqual(['3 of 3', '3 of 3']);
  expect(shown(['a', 'b', 'c'].map((id) => act(9, id, { verb: 'entry.posted', ref: { kind: 'entry', id } })))).toEqual(['1 of 1', '1 of 1', '1 of 1']);
});
it('keeps the key of a line that more joins, and order by the newest', () => {
  const first = [act(8, 'a'), act(8, 'b'), act(8, 'c')];
  const before = together(first)[0]?.key;
  const lines = together([act(9, 'd'), act(9, 'x', { seat: 'bola', verb: 'issue.closed' }), ...first]);
  expect(lines.map((one) => one.key)).toContain(before);
  expect(lines[0]?.acts.length).toBe(4);
});
it('keeps apart what is told apart', () => {
  const acts = ['a', 'b', 'c'].map((id) => act(9, id));
  expect(together(acts, (one) => (one.ref.id === 'a' ? 'unread' : 'read')).map((one) => one.acts.length)).toEqual([1, 1, 1]);
});

const said = (minute: number, seat: string, on = 'i1', more: Partial<Done> = {}): Done => act(minute, `e${n}`, { verb: 'entry.posted', ref: { kind: 'entry', id: `e${n}` }, under: { kind: 'issue', id: on }, seat, ...more });
it('makes one line of what several people said on one thing, and names them by who was last', () => {
  const lines = together([said(59, 'ngozi'), said(50, 'x', 'i2'), said(40, 'tobi'), said(30, 'ngozi'), said(20, 'bola'), said(10, 'vera')]);
  expect(lines.map((one) => [one.acts.length, one.things, one.people])).toEqual([[5, 1, ['ngozi', 'tobi', 'bola', 'vera']], [1, 1, ['x']]]);
});
it('leaves one person’s words, a stranger’s, and those of another day apart', () => {
  expect(shown([said(9, 'ngozi'), said(8, 'ngozi')])).toEqual(['1 of 1', '1 of 1']);
  expect(shown([said(9, 'ngozi', 'i1', { from: 'Press <a@b.example>' }), said(8, 'tobi')])).toEqual(['1 of 1', '1 of 1']);
  expect(shown([said(3 * 24 * 60, 'ngozi'), said(8, 'tobi')])).toEqual(['1 of 1', '1 of 1']);
});
it('keeps apart also there what is told apart', () => {
  expect(together([said(9, 'ngozi'), said(8, 'tobi')], (one) => one.seat ?? '').map((one) => one.acts.length)).toEqual([1, 1]);
});
it('makes one line of a change and its undo, whatever else was done beside it', () => {
  const shut = (minute: number, id: string): Done => act(minute, id, { verb: 'issue.closed' });
  expect(shown([act(9, 'a', { verb: 'issue.reopened' }), shut(8, 'a'), shut(8, 'b'), shut(8, 'c'), shut(8, 'd')])).toEqual(['2 of 1 undone', '3 of 3']);
  expect(shown([shut(9, 'a'), act(8, 'a', { verb: 'issue.reopened' })])).toEqual(['2 of 1 undone']);
  const text = (minute: number, id: string): Done => act(minute, id, { changes: [{ field: 'description' }] });
  expect(shown([text(9, 'a'), text(9, 'b'), text(8, 'a'), text(8, 'b')])).toEqual(['2 of 1', '2 of 1']);
});
