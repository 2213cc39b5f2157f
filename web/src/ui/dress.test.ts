// The page itself says something before the program begins, and hides it while the program may still come. What it is
// dressed by is known everywhere, so no component may use the same names: what is overdue was once hidden by that.
import { expect, it } from 'vitest';
import page from '../../index.html?raw';

const components = import.meta.glob<string>('../**/*.svelte', { query: '?raw', import: 'default', eager: true });
const ofThePage = [...page.matchAll(/class="([^"]+)"/g)].flatMap((found) => (found[1] ?? '').split(' '));

it('no component wears what only the page before it does', () => {
  expect(ofThePage.length).toBeGreaterThan(1);
  for (const [file, text] of Object.entries(components))
    for (const name of ofThePage) expect(new RegExp(`class:${name}\\b|class="[^"]*(?<![\\w-])${name}(?![\\w-])`).test(text), `${name} in ${file}`).toBe(false);
});
