import { expect, it } from 'vitest';
import { completions } from '../query/completing';
import { WrongTerm } from '../query/language';
import { parse } from './filter';
import { offering } from './offering';

const asker = { me: 'ngozi', today: '2026-06-15', day: (instant: string) => instant.slice(0, 10), seat: () => undefined, organisation: () => undefined, sideOf: () => undefined };
/** What a filter says it knows, in the words of its own refusal. */
function known(filter: string): string[] {
  try {
    parse(filter, asker);
  } catch (error) {
    return String((error as WrongTerm).values[1]).split(', ');
  }
  return [];
}

it('offers only what the filter of actions understands', () => {
  for (const { key, values } of offering()) {
    for (const { value, says } of values) {
      const [offer] = completions(`${key}:`, key.length + 1, [{ key, values: [{ value }] }]);
      expect(() => parse(offer?.text ?? 'nothing:offered', asker), `${key} ${value}`).not.toThrow();
      expect(says, `${key} ${value}`).toBeTruthy();
    }
  }
});

it('offers every key that the filter of actions knows', () => {
  expect(offering().map((one) => one.key).sort()).toEqual(known('no-such-key:1').sort());
});

it.each(['is', 'has', 'state', 'kind'])('offers every value of %s', (key) => {
  const offered = offering().find((one) => one.key === key)?.values.map((one) => one.value) ?? [];
  expect(known(`${key}:no-such-value`).filter((value) => !offered.includes(value) && value !== 'over')).toEqual([]);
});
