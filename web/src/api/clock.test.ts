import { expect, it, vi } from 'vitest';
import { heard, serverNow, whenHeard } from './clock';

const at = (text: string): number => Date.parse(text);

it('is one\'s own clock until something was heard, then the server\'s by what came quickest', () => {
  const told = vi.fn();
  whenHeard(told);
  expect(Math.abs(serverNow() - Date.now())).toBeLessThan(1_000);
  heard(null, 1_000); // who answers without a date says nothing
  heard('no date', 1_000);
  expect(told).not.toHaveBeenCalled();

  heard('2026-06-01T08:00:00Z', 2_000); // replayed: it happened long before it came
  heard('Mon, 01 Jun 2026 09:00:00 GMT', 3_000);
  heard('2026-06-01T09:00:01.500Z', 6_000); // late: more is known already
  expect(told).toHaveBeenCalledTimes(2);
  expect(serverNow(63_000)).toBe(at('2026-06-01T09:01:00Z'));
});
