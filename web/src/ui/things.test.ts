import { expect, it } from 'vitest';
import { markdown } from './markdown';
import type { Node } from './prose';
import { MOST_THINGS, thingAt, withThings } from './things';

const HERE = { origin: 'https://caucus.example', w: 'code', trackers: ['COP', 'MEMO'] };
const things = (text: string): string[] => {
  const find = (nodes: Node[]): string[] => nodes.flatMap((node) => (node.thing ? [`${node.thing.kind} ${node.thing.id}`] : find(node.children ?? [])));
  return find(withThings(markdown(text).nodes, HERE));
};

it('keys of trackers that this reader has, and addresses of pages here, name things', () => {
  expect(things('See COP-12, (MEMO-1) and **COP-3**.')).toEqual(['issue COP-12', 'issue MEMO-1', 'issue COP-3']);
  expect(things('https://caucus.example/w/code/threads/t1#e2 https://caucus.example/w/code~lantern/polls/p1')).toEqual(['thread t1', 'poll p1']);
  expect(thingAt('https://caucus.example/w/code/issues/COP-1', HERE.origin, 'code~harbour')).toEqual({ kind: 'issue', id: 'COP-1' });
});
it('nothing else does: other keys, other workspaces, other hosts, words of links, code', () => {
  for (const text of ['XYZ-1', 'COP-0', 'COP-', 'SCOP-1', 'COP-1-2', 'COP-1a', '`COP-1`', '[COP-1](https://a.example/)', 'https://a.example/COP-1', 'https://caucus.example/w/other/issues/COP-1', 'https://caucus.example.evil/w/code/issues/COP-1', 'https://caucus.example/w/code/holds', '[here](https://caucus.example/w/code/threads/t1)']) expect(things(text), text).toEqual([]);
});
it('the words stay whole, and there are no more than a page asks for', () => {
  const text = 'COP-1 '.repeat(100).trim();
  const words = (nodes: Node[]): string => nodes.map((node) => node.text ?? words(node.children ?? [])).join('');
  expect(things(text)).toHaveLength(MOST_THINGS);
  expect(words(withThings(markdown(text).nodes, HERE))).toBe(text);
});
