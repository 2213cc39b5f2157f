import { describe, expect, it } from 'vitest';
import { around, rowAt, topsOf } from './windowing';

const key = (n: number): string => `k${n}`;

describe('a window onto a long list', () => {
  it('has what is on screen, and says how much lies before and after it', () => {
    expect(around({ from: 3, to: 5 }, [], 100)).toEqual([{ skip: { from: 0, to: 3 } }, { at: 3 }, { at: 4 }, { skip: { from: 5, to: 100 } }]);
  });

  it('keeps the row somebody stands on and its neighbours, so that the next key leads on from there', () => {
    expect(around({ from: 10, to: 11 }, [0, 50], 60)).toEqual([
      { at: 0 }, { at: 1 }, { skip: { from: 2, to: 10 } }, { at: 10 }, { skip: { from: 11, to: 49 } }, { at: 49 }, { at: 50 }, { at: 51 }, { skip: { from: 52, to: 60 } },
    ]);
  });

  it('is never outside the list, which may have become short', () => {
    expect(around({ from: 40, to: 60 }, [70], 3)).toEqual([{ skip: { from: 0, to: 3 } }]);
    expect(around({ from: -5, to: 60 }, [], 1)).toEqual([{ at: 0 }]);
    expect(around({ from: 0, to: 10 }, [], 0)).toEqual([]);
  });

  it('takes rows that were not seen for as tall as those that were', () => {
    expect([...topsOf([1, 2, 3], key, new Map(), 60, 0)]).toEqual([0, 60, 120, 180]);
    expect([...topsOf([1, 2, 3], key, new Map([['k1', 40], ['k2', 80]]), 99, 8)]).toEqual([0, 48, 136, 204]);
  });

  it('finds the row at a height', () => {
    expect([-5, 0, 59, 60, 179, 180, 999].map((px) => rowAt([0, 60, 120, 180], 3, px))).toEqual([0, 0, 0, 1, 2, 3, 3]);
  });
});
