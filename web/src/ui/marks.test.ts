import { describe, expect, it } from 'vitest';
import type { Chosen } from './marking';
import { asCode, asLines, asLink, asTable, changed, continued, inCode, indented, type Change } from './marks';

/** `[` and `]` are where the choice begins and ends, `|` where nothing is chosen. */
function at(marked: string): Chosen {
  const bar = marked.indexOf('¦');
  if (bar >= 0) return { text: marked.replace('¦', ''), from: bar, to: bar };
  const [from, to] = [marked.indexOf('⟦'), marked.indexOf('⟧') - 1];
  return { text: marked.replace(/[⟦⟧]/g, ''), from, to };
}
function after({ text }: Chosen, change: Change | undefined): string | undefined {
  if (!change) return undefined;
  const done = text.slice(0, change.start) + change.put + text.slice(change.end);
  return change.from === change.to ? `${done.slice(0, change.from)}¦${done.slice(change.from)}` : `${done.slice(0, change.from)}⟦${done.slice(change.from, change.to)}⟧${done.slice(change.to)}`;
}
const enter = (marked: string): string | undefined => after(at(marked), continued(at(marked)));
const tab = (marked: string, out = false): string | undefined => after(at(marked), indented(at(marked), out));

describe('Enter', () => {
  it('goes on with a list, its numbers, its boxes, a quotation', () => {
    expect(enter('- one¦')).toBe('- one\n- ¦');
    expect(enter('  * one¦ two')).toBe('  * one\n  * ¦ two');
    expect(enter('9. nine¦')).toBe('9. nine\n10. ¦');
    expect(enter('1) one¦')).toBe('1) one\n2) ¦');
    expect(enter('- [x] done¦')).toBe('- [x] done\n- [ ] ¦');
    expect(enter('> said¦')).toBe('> said\n> ¦');
    expect(enter('- الفقرة الأولى¦')).toBe('- الفقرة الأولى\n- ¦');
  });
  it('ends it at an empty item', () => {
    expect(enter('- one\n- ¦')).toBe('- one\n¦');
    expect(enter('1. one\n2. ¦\nmore')).toBe('1. one\n¦\nmore');
    expect(enter('- [ ] ¦')).toBe('¦');
  });
  it('is only a new line elsewhere', () => {
    for (const text of ['one¦', '¦- one', '-¦ one', '-one¦', '24. hours\n\ntext¦', '```\n- one¦\n```']) expect(enter(text), text).toBeUndefined();
  });
});

describe('Tab', () => {
  it('moves an item under the one above it, and back', () => {
    expect(tab('- one\n- two¦')).toBe('- one\n  - two¦');
    expect(tab('1. one\n2. two¦')).toBe('1. one\n   2. two¦');
    expect(tab('- one\n⟦- two\n- three⟧')).toBe('- one\n  ⟦- two\n  - three⟧');
    expect(tab('- one\n  - two¦', true)).toBe('- one\n- two¦');
  });
  it('leaves the field where there is nothing to move', () => {
    for (const text of ['¦', 'words¦', '- first¦', '- one\n  - two¦', '```\n- a\n- b¦']) expect(tab(text), text).toBeUndefined();
    expect(tab('- one¦', true)).toBeUndefined();
  });
});

describe('buttons', () => {
  const lines = (marked: string, kind: 'list' | 'numbers' | 'tasks' | 'quote'): string | undefined => after(at(marked), asLines(at(marked), kind));
  it('make lines items, and lines again', () => {
    expect(lines('one¦', 'list')).toBe('- one¦');
    expect(lines('⟦one\ntwo⟧', 'numbers')).toBe('⟦1. one\n2. two⟧');
    expect(lines('⟦1. one\n2. two⟧', 'numbers')).toBe('⟦one\ntwo⟧');
    expect(lines('⟦- one\n- two⟧', 'numbers')).toBe('⟦1. one\n2. two⟧');
    expect(lines('⟦- one\n- two⟧', 'tasks')).toBe('⟦- [ ] one\n- [ ] two⟧');
    expect(lines('⟦one\n\ntwo⟧', 'quote')).toBe('⟦> one\n> \n> two⟧');
    expect(lines('Dear all\none¦', 'list')).toBe('Dear all\n\n- one¦');
    expect(lines('¦', 'list')).toBe('- ¦');
  });
  it('make links of words and of addresses', () => {
    const link = (marked: string, address?: string): string | undefined => after(at(marked), asLink(at(marked), 'text', address));
    expect(link('see ⟦the draft⟧')).toBe('see [the draft](⟦https://⟧)');
    expect(link('⟦https://a.example/x⟧')).toBe('[⟦text⟧](https://a.example/x)');
    expect(link('¦')).toBe('[⟦text⟧](https://)');
    expect(link('⟦the draft⟧ now', 'https://a.example/(x)')).toBe('[the draft](<https://a.example/(x)>)¦ now');
  });
  it('make code in a line, and of lines', () => {
    expect(after(at('a ⟦b⟧'), asCode(at('a ⟦b⟧')))).toBe('a `⟦b⟧`');
    expect(after(at('⟦a\nb⟧'), asCode(at('⟦a\nb⟧')))).toBe('```\n⟦a\nb⟧\n```');
  });
  it('make a table, also of what a spreadsheet gave', () => {
    const column = (n: number): string => `Column ${n}`;
    expect(after(at('Text¦'), asTable(at('Text¦'), column))).toBe('Text\n\n| ⟦Column 1⟧ | Column 2 |\n| --- | --- |\n|  |  |\n');
    expect(after(at('⟦a\tb\n1\t2|3⟧'), asTable(at('⟦a\tb\n1\t2|3⟧'), column))).toBe('| ⟦a⟧ | b |\n| --- | --- |\n| 1 | 2\\|3 |\n');
  });
});

it('code is told from text', () => {
  expect(inCode('```\na', 5)).toBe(true);
  expect(inCode('```\na\n```\nb', 10)).toBe(false);
  expect(inCode('a `b`', 4)).toBe(false);
});
it('what differs alone is put in', () => {
  expect(changed({ text: 'a b c', from: 2, to: 3 }, { text: 'a **b** c', from: 4, to: 5 })).toEqual({ start: 2, end: 3, put: '**b**', from: 4, to: 5 });
});
