import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import { markdown } from './markdown';
import Prose from './Prose.svelte';

/** As a server would write it, without what only looks or leads. */
const html = (text: string, under?: number): string =>
  render(Prose, { props: { nodes: markdown(text).nodes, under } }).body.replace(/<!--.*?-->/g, '').replace(/ (class|dir|style|target|rel|referrerpolicy|tabindex|role)="[^"]*"/g, '');

it('puts nothing between what was written, and keeps its lines', () => {
  expect(html('One **two** [three](https://example.org/a),\nfour')).toBe('<div><p>One <strong>two</strong> <a href="https://example.org/a">three</a><span> (<bdi>example.org</bdi>)</span>,\nfour</p></div>');
  expect(html('- a\n- [x] b\n  1. c')).toBe('<div><ul><li>a</li><li><input type="checkbox" checked="" disabled="" aria-label="Done"/><div>b<ol start="1"><li>c</li></ol></div></li></ul></div>');
  expect(html('> q\n\n```\nx\n```\n---')).toBe('<div><blockquote><p>q</p></blockquote><pre aria-label="Code"><code>x</code></pre><hr/></div>');
  expect(html('|a|\n|-|\n|1|')).toBe('<div><div aria-label="Table"><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table></div></div>');
});
it('stands under the heading above it', () => {
  expect(html('### a\n# b\n## c', 1)).toBe('<div><h2>a</h2><h2>b</h2><h3>c</h3></div>');
  expect(html('# a\n## b\n### c\n#### d', 4)).toBe('<div><h5>a</h5><h6>b</h6><h6>c</h6><h6>d</h6></div>');
});
it('writes HTML as text, also where it is in a mark', () => {
  expect(html('<b>a</b> `<i>` **<u>**')).toBe('<div><p>&lt;b>a&lt;/b> <code>&lt;i></code> <strong>&lt;u></strong></p></div>');
});
it('lets a list, a table and a quotation run as their first words do, whatever is inside them', () => {
  const ways = (text: string): string[] => [...render(Prose, { props: { nodes: markdown(text).nodes } }).body.matchAll(/<(ul|ol|blockquote|div class="wide[^"]*")(?: dir="(\w+)")?/g)].map(([, tag = '', dir = '']) => `${tag.slice(0, 3)} ${dir}`);
  expect(ways('- الفقرة الأولى\n- Brightline\n  1. عن أرقام\n\n> `code` الإشعار\n\n|الموعد|\n|-|\n|1|')).toEqual(['ul rtl', 'ol rtl', 'blo rtl', 'div rtl']);
  expect(ways('- a\n- الفقرة\n\n1. 2\n\n> **b** ج')).toEqual(['ul ltr', 'ol ', 'blo ltr']);
});
