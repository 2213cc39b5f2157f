import { expect, it } from 'vitest';
import type { MatrixCell, Position } from '../../api/types';
import { type Answers, byProvision, changed, isWhole, kept, REST, sent, standing } from './answers';

const position = (of: Partial<Position>): Position => ({
  provision: 'p1', path: 'I.1', organisation: 'vela', stance: 'SUPPORT', reason: '', words: null, draft: false, audience: 'CIVIL_SOCIETY', by: 'ada', at: '2022-06-21T13:00:00Z', via: 'WEB', ...of,
});

it('takes the own draft before what was given, and nobody else’s', () => {
  const all = standing([position({ draft: true, stance: 'OPPOSE', reason: 'Too broad' }), position({}), position({ organisation: 'kora', provision: 'p2' }), position({ provision: null, stance: 'NO_VIEW' })], 'vela');
  expect(all).toEqual({ p1: { stance: 'OPPOSE', reason: 'Too broad', words: '' }, [REST]: { stance: 'NO_VIEW', reason: '', words: '' } });
});

it('sends what changed alone', () => {
  const known: Answers = { p1: { stance: 'SUPPORT', reason: 'Good', words: '' }, p2: { stance: 'AMEND', reason: '', words: 'within 72 hours' } };
  const typed: Answers = { p1: { stance: 'SUPPORT', reason: ' Good ', words: 'left over' }, p2: { stance: 'AMEND', reason: '', words: 'within 96 hours' }, [REST]: { stance: 'NO_VIEW', reason: '', words: 'x' } };
  expect(sent(changed(typed, known))).toEqual([{ provision: 'p2', stance: 'AMEND', words: 'within 96 hours' }, { provision: null, stance: 'NO_VIEW' }]);
});

it('wants the words of who proposes others', () => {
  expect(isWhole({ stance: 'AMEND', reason: '', words: ' ' })).toBe(false);
  expect(isWhole({ stance: 'OPPOSE', reason: '', words: '' })).toBe(true);
});

it('reads what was kept, and nothing of what is no answer', () => {
  expect(kept('{"p1":{"stance":"OPPOSE","reason":"no"},"p2":{"stance":"LOUD"}}')).toEqual({ p1: { stance: 'OPPOSE', reason: 'no', words: '' } });
  expect([kept('not json'), kept('null'), kept(undefined)]).toEqual([{}, {}, {}]);
});

it('puts cells in the order of the organisations', () => {
  const cell = (organisation: string): MatrixCell => ({ provision: 'p1', organisation, stance: 'CONCERN' });
  expect(byProvision([cell('b'), cell('a')], ['a', 'b']).get('p1')?.map((one) => one.organisation)).toEqual(['a', 'b']);
});
