import { describe, expect, it, vi } from 'vitest';
import { Awaited } from './awaited';

describe('what was done here and is not on the screen yet', () => {
  it('is waited for by all who ask, and all of them hear', async () => {
    const awaited = new Awaited(60_000, () => {});
    const both = Promise.all([awaited.for('p1'), awaited.for('p1')]);

    awaited.came('p1');

    await expect(both).resolves.toHaveLength(2);
  });

  it('is asked for anew once when patience ends, and all of them go on', async () => {
    vi.useFakeTimers();
    try {
      const impatient = vi.fn();
      const awaited = new Awaited(1_000, impatient);
      const both = Promise.all([awaited.for('p1'), awaited.for('p1')]);

      vi.advanceTimersByTime(1_000);

      await expect(both).resolves.toHaveLength(2);
      expect(impatient).toHaveBeenCalledTimes(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('that has come is not waited for once more when patience ends', async () => {
    vi.useFakeTimers();
    try {
      const impatient = vi.fn();
      const awaited = new Awaited(1_000, impatient);
      const one = awaited.for('p1');
      awaited.came('p1');
      vi.advanceTimersByTime(2_000);

      await one;
      expect(impatient).not.toHaveBeenCalled();
    } finally {
      vi.useRealTimers();
    }
  });
});
