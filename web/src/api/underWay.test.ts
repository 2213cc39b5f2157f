import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { UnderWay } from './underWay.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An act that ends when it is told to. */
function act(): { over: Promise<string>; end: () => void; fail: () => void } {
  let end = (): void => {};
  let fail = (): void => {};
  const over = new Promise<string>((done, failed) => {
    end = () => done('done');
    fail = () => failed(new Error('no line'));
  });
  return { over, end, fail };
}

it('shows nothing of what takes a blink', async () => {
  const underWay = new UnderWay();
  const quick = act();
  const answer = underWay.during(quick.over);
  await vi.advanceTimersByTimeAsync(299);
  expect(underWay.slow).toBe(false);
  quick.end();
  expect(await answer).toBe('done');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(underWay.slow).toBe(false);
});

it('shows what takes longer, until the last of it is over', async () => {
  const underWay = new UnderWay();
  const [one, other] = [act(), act()];
  const answers = [underWay.during(one.over), underWay.during(other.over)];
  await vi.advanceTimersByTimeAsync(300);
  expect(underWay.slow).toBe(true);
  one.end();
  await answers[0];
  expect(underWay.slow).toBe(true);
  other.end();
  await answers[1];
  expect(underWay.slow).toBe(false);
});

it('what fails is over, too, and fails as it did', async () => {
  const underWay = new UnderWay();
  const lost = act();
  const answer = underWay.during(lost.over);
  await vi.advanceTimersByTimeAsync(300);
  lost.fail();
  await expect(answer).rejects.toThrow('no line');
  expect(underWay.slow).toBe(false);
});
