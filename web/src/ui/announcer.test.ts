import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { announcer } from './announcer.svelte';

const shown = (): string[] => announcer.toasts.map((toast) => toast.text);
const LONG_MS = 60_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.advanceTimersByTime(LONG_MS);
  vi.useRealTimers();
});

it('offers to undo for longer than it says something, and both for more than ten seconds', () => {
  announcer.toast('Saved');
  announcer.toast('Closed', () => undefined);
  vi.advanceTimersByTime(10_000);
  expect(shown()).toEqual(['Saved', 'Closed']);
  vi.advanceTimersByTime(12_000);
  expect(shown()).toEqual(['Closed']);
  vi.advanceTimersByTime(LONG_MS);
  expect(shown()).toEqual([]);
});

it('lets nothing run out that somebody is at, and gives all of them their whole time afterwards', () => {
  announcer.toast('Closed', () => undefined);
  announcer.hold('focus');
  announcer.hold('away');
  announcer.toast('Saved');
  vi.advanceTimersByTime(LONG_MS);
  announcer.release('away');
  vi.advanceTimersByTime(LONG_MS);
  expect(shown()).toEqual(['Closed', 'Saved']);
  announcer.release('focus');
  vi.advanceTimersByTime(10_000);
  expect(shown()).toEqual(['Closed', 'Saved']);
  vi.advanceTimersByTime(LONG_MS);
  expect(shown()).toEqual([]);
});

it('offers nothing that cannot be undone any more, also to somebody who is at it or away', () => {
  announcer.hold('away');
  announcer.toast('Published', () => undefined, LONG_MS);
  announcer.toast('Closed', () => undefined);
  vi.advanceTimersByTime(LONG_MS - 1);
  expect(shown()).toEqual(['Published', 'Closed']);
  vi.advanceTimersByTime(1);
  expect(shown()).toEqual(['Closed']);
  announcer.release('away');
});

it('goes on when what somebody was at is put away: nobody leaves what is gone', () => {
  announcer.toast('Saved');
  announcer.toast('Closed', () => undefined);
  announcer.hold('pointer');
  announcer.dismiss(announcer.toasts[0]?.id ?? 0);
  vi.advanceTimersByTime(LONG_MS);
  expect(shown()).toEqual([]);
});

it('undoes what was done last, once', () => {
  const undone: string[] = [];
  announcer.toast('Closed COP-1', () => undone.push('COP-1'));
  announcer.toast('Closed COP-2', () => undone.push('COP-2'));
  announcer.toast('Saved');
  expect([announcer.undo(), announcer.undo(), announcer.undo()]).toEqual([true, true, false]);
  expect(undone).toEqual(['COP-2', 'COP-1']);
});

it('leaves the page its room', () => {
  for (const text of ['one', 'two', 'three', 'four']) announcer.toast(text);
  expect(shown()).toEqual(['two', 'three', 'four']);
});

it('offers nothing to undo to another seat than the one that did it', () => {
  announcer.toast('Saved');
  announcer.toast('Closed', () => undefined);
  announcer.seated();
  expect(shown()).toEqual(['Saved']);
  expect(announcer.undo()).toBe(false);
});
