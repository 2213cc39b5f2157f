import { expect, it } from 'vitest';
import { health } from './health.svelte';

it('wakes what waits for the line once it is back, and what stopped waiting no more', () => {
  let woken = 0;
  const stop = health.whenBack(() => woken++);
  health.back(); // it was never away
  expect(woken).toBe(0);
  health.lost();
  health.back();
  expect(woken).toBe(1);
  stop();
  health.lost();
  health.back();
  expect(woken).toBe(1);
});
