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

// Tests look at widths in light alone, for in the dark nothing but colours differs: no sheet may ask for it otherwise.
it('the dark is known by light-dark() and color-scheme alone', () => {
  const sheets = import.meta.glob<string>('../**/*.{css,svelte,ts}', { query: '?raw', import: 'default', eager: true });
  const looked = Object.entries(sheets).filter(([file]) => !file.endsWith('.test.ts'));
  expect(looked.length).toBeGreaterThan(100);
  for (const [file, text] of looked) {
    expect(text, file).not.toContain('prefers-color-scheme');
    for (const [, does] of text.matchAll(/\[data-theme[^{]*\{([^}]*)\}/g)) expect((does ?? '').trim(), file).toMatch(/^color-scheme: (light|dark);$/);
  }
});
