import { expect, it } from 'vitest';

const calls = Object.entries(import.meta.glob<string>('../**/*.svelte', { query: '?raw', import: 'default', eager: true }))
  .flatMap(([file, text]) => [...text.matchAll(/announcer\.toast\(.*\b(?:takeBack|closeAgain)\(.*/g)].map(([line]) => `${file} ${line}`));

it('a notice takes back where it was made, and no longer than that can be', () => {
  expect(calls).toHaveLength(2);
  for (const call of calls) expect(call).toMatch(/, (where|w)\)\.catch\(announcer\.failed\), WINDOW_MS\);/);
});
