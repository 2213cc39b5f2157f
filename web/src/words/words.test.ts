import { expect, it } from 'vitest';
import { en } from './en';

const sources = import.meta.glob<string>('../**/*.svelte', { query: '?raw', import: 'default', eager: true });
const svelte = Object.entries(sources).map(([path, text]) => ({ file: path.replace('../', ''), text }));

function* leaves(words: unknown, path: string): Generator<[string, unknown]> {
  if (typeof words === 'object' && words !== null) for (const [name, value] of Object.entries(words)) yield* leaves(value, `${path}.${name}`);
  else yield [path, words];
}

it('every entry says something, also for one and for many', () => {
  for (const [path, words] of leaves(en, 't')) {
    if (typeof words === 'function') {
      const sample = words.length > 0 && path.match(/including|companiesRead/) ? [['Brightline', 'Northwind'], ['Brightline', 'Northwind']] : [1, 2];
      expect(String((words as (...all: unknown[]) => string)(...sample)).trim(), path).not.toBe('');
    } else expect(String(words).trim(), path).not.toBe('');
  }
});

it('reads the components', () => expect(svelte.length).toBeGreaterThan(50));

it('no component carries a visible sentence of its own', () => {
  for (const { file, text } of svelte) {
    const markup = text.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<style[\s\S]*?<\/style>/g, '').replace(/\{[^{}]*\}/g, '').replace(/\{[^{}]*\}/g, '').replace(/\{[^{}]*\}/g, '');
    const visible = [...markup.matchAll(/>([^<>{}]*)</g)].map((found) => found[1]?.trim() ?? '').filter((words) => /[A-Za-z]{3,}/.test(words.replace(/&\w+;/g, '')));
    expect(visible, file).toEqual([]);
    expect([...markup.matchAll(/\b(?:aria-label|title|placeholder|alt)="([^"{]*[A-Za-z]{3,}[^"{]*)"/g)].map((found) => found[1]), file).toEqual([]);
  }
});

it('nothing writes HTML or an inline style, which the content security policy forbids', () => {
  for (const { file, text } of svelte) expect(/\{@html|innerHTML|\sstyle="/.test(text), file).toBe(false);
});

it('components stay small and features stay apart', () => {
  const features = ['activity', 'lists', 'trackers', 'updates', 'actions', 'people', 'holds', 'sign-in'];
  for (const { file, text } of svelte) {
    expect(text.split('\n').length, file).toBeLessThanOrEqual(150);
    const own = file.split('/')[0] ?? '';
    const imported = [...text.matchAll(/from '\.\.\/([a-z-]+)\//g)].map((found) => found[1] ?? '');
    if (features.includes(own)) expect(imported.filter((one) => features.includes(one)), file).toEqual([]);
  }
});
