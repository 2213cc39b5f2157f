import { expect, it } from 'vitest';
import { byTime } from './moments';

it('is the order of time, however many digits and whichever offset an instant is written with', () => {
  const inOrder = [
    '2022-06-21T09:59:59.999999999Z', '2022-06-21T10:00:00Z', '2022-06-21T10:00:00.000000001Z', '2022-06-21T10:00:00.5Z',
    '2022-06-21T10:00:00.500001Z', '2022-06-21T11:00:01+01:00', '2022-06-21T10:00:02Z', undefined,
  ];
  expect(inOrder.toReversed().sort(byTime)).toEqual(inOrder);
  expect([...inOrder.slice(0, -1)].reverse().sort((a, b) => byTime(a, b))).toEqual(inOrder.slice(0, -1));
});

it('the same instant is the same, no matter who wrote it', () => {
  expect(byTime('2022-06-21T11:00:00+01:00', '2022-06-21T10:00:00Z')).toBe(0);
  expect(byTime('2022-06-21T10:00:00.500Z', '2022-06-21T10:00:00.5Z')).toBe(0);
  expect(byTime(undefined, undefined)).toBe(0);
});
