import { expect, it } from 'vitest';
import { heard, serverNow } from './clock.svelte';

const at = (text: string): number => Date.parse(text);

it('is one\'s own clock until something was heard, then the server\'s by what came quickest', () => {
  expect(serverNow(at('2026-06-01T09:00:00Z'))).toBe(at('2026-06-01T09:00:00Z'));
  heard('2026-06-01T08:00:00Z', at('2026-06-01T09:05:00Z')); // replayed: it happened long before it came
  heard('2026-06-01T09:00:00Z', at('2026-06-01T09:05:00.040Z')); // this clock is five minutes ahead
  heard(undefined);
  heard('2026-06-01T09:00:02Z', at('2026-06-01T09:05:03Z'));
  expect(serverNow(at('2026-06-01T09:06:00.040Z'))).toBe(at('2026-06-01T09:01:00Z'));
});
