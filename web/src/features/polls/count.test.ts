import { expect, it } from 'vitest';
import { answerOf, ballotOf, exportQuery, hasAnswered, moved } from './count';

const none = answerOf(undefined);

it('sends nothing while something is missing', () => {
  for (const kind of ['CONSENT', 'CHOICE', 'RANKED', 'SCORE', 'TIME'] as const) expect(ballotOf(kind, none)).toBeUndefined();
  expect(ballotOf('CONSENT', { ...none, stance: 'OBJECT', reason: ' ' })).toBeUndefined();
});

it('sends what its kind asks for, and nothing else', () => {
  const all = { stance: 'OBJECT', choice: 'B', ranking: ['B', 'A'], scores: { A: '5', B: '' }, times: { A: 'YES', B: '' } as const, reason: ' why ' };
  expect(ballotOf('CONSENT', all)).toEqual({ stance: 'OBJECT', reason: 'why' });
  expect(ballotOf('CHOICE', all)).toEqual({ choice: 'B', reason: 'why' });
  expect(ballotOf('RANKED', all)).toEqual({ ranking: ['B', 'A'], reason: 'why' });
  expect(ballotOf('SCORE', all)).toEqual({ scores: [{ option: 'A', score: 5 }], reason: 'why' });
  expect(ballotOf('TIME', all)).toEqual({ times: [{ option: 'A', suits: 'YES' }], reason: 'why' });
});

it('moves an option up and down, and not beyond the ends', () => {
  expect(moved(['A', 'B', 'C'], 'C', -1)).toEqual(['A', 'C', 'B']);
  expect(moved(['A', 'B', 'C'], 'A', 1)).toEqual(['B', 'A', 'C']);
  expect(moved(['A', 'B'], 'A', -1)).toEqual(['A', 'B']);
  expect(moved(['A', 'B'], 'D', 1)).toEqual(['A', 'B']);
});

it('knows that a person answered a poll of persons, of which the list says only who did', () => {
  expect(hasAnswered({ voice: 'SEAT', answeredBy: ['me', 'you'] }, 'me')).toBe(true);
  expect(hasAnswered({ voice: 'SEAT', answeredBy: ['you'] }, 'me')).toBe(false);
  expect(hasAnswered({ voice: 'SEAT' }, 'me')).toBe(false);
  expect(hasAnswered({ voice: 'ORGANISATION', answeredBy: ['me'] }, 'me')).toBe(false);
});

it('asks for the form of an export by the name that the contract has', () => {
  expect(exportQuery('blt')).toBe('?format=blt');
});
