import { expect, it } from 'vitest';
import { KEYS } from './keys';

const sources = Object.entries(import.meta.glob<string>(['../**/*.svelte', '../**/*.svelte.ts'], { query: '?raw', import: 'default', eager: true }));

const OPENS = '([{';
const CLOSES = ')]}';

/** The names of the object that is given to `keys(`: what stands in its functions is no name of it. */
function meantIn(text: string): string[] {
  return [...text.matchAll(/\bkeys\(\s*\{/g)].flatMap(({ index, 0: call }) => {
    const names: string[] = [];
    let [depth, name] = [1, ''];
    for (let at = index + call.length; depth > 0 && at < text.length; at++) {
      const char = text.charAt(at);
      const ends = depth === 1 && ',:}('.includes(char);
      if (ends && /^\w+$/.test(name.trim())) names.push(name.trim());
      if (depth === 1) name = char === ',' ? '' : name + char;
      depth += OPENS.includes(char) ? 1 : CLOSES.includes(char) ? -1 : 0;
    }
    return names;
  });
}

it('reads the names that are given, and none that stand in what they do or later', () => {
  expect(meantIn("keys({ ...rowKeys(() => root, { up: 1 }), edit: own(() => go({ state: 1, due })), assign, filter: () => (a ? find : b) }); x = { down: 2 }")).toEqual(['edit', 'assign', 'filter']);
});

it('no key means two things', () => {
  const all = Object.values(KEYS).flat();
  expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([]);
});

it.each(Object.keys(KEYS))('somebody does %s, which the sheet lists', (meaning) => {
  const doing = sources.filter(([, text]) => meantIn(text).includes(meaning) || (/down|up/.test(meaning) && text.includes('rowKeys(')));
  expect(doing.map(([file]) => file)).not.toEqual([]);
});

it('nobody listens to a letter alone but by its meaning', () => {
  const LISTENS = /\.key === '([^']{1})'/g;
  const heard = sources.flatMap(([file, text]) => [...text.matchAll(LISTENS)].filter((found) => found[1] !== ' ').map((found) => `${file} ${found[1]}`));
  expect(heard).toEqual([]);
});

it('the keys of the frame lie under those of each view, also of one that was there first', () => {
  const frame = sources.find(([file]) => file.endsWith('/shell/Workspace.svelte'))?.[1] ?? '';
  expect(frame).toMatch(/^ {2}onDestroy\(keys\(/m);
  expect(frame).not.toMatch(/(onMount|\$effect)\(\(\) => (\{[^}]*\breturn )?keys\(/);
});
