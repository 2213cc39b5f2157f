import { describe, expect, it } from 'vitest';
import { hypertext, LONGEST_HTML, TooMuch } from './hypertext';
import { markdown } from './markdown';
import { pasted } from './pasted';
import { SHAPES } from './pasted.shapes';
import type { Node } from './prose';

const tags = (nodes: Node[]): Set<string> => new Set(nodes.flatMap((node) => [node.tag ?? '', ...tags(node.children ?? [])]));
const words = (nodes: Node[]): string => nodes.map((node) => (node.text ?? '') + words(node.children ?? [])).join(' ');
/** Every word of a page, as its plain text has them. */
const plainOf = (html: string): string => html.replace(/<!--[\s\S]*?-->|<(style|script|xml|title)[\s\S]*?<\/\1>|<[^>]*>/g, ' ').replace(/&\w+;/g, ' ');

describe('what programs put on a clipboard', () => {
  it('is more than fifty shapes', () => expect(SHAPES.length).toBeGreaterThan(50));
  it.each(SHAPES)('$from', ({ html, plain, text }) => {
    expect(pasted(html, plain ?? text)).toBe(text);
  });
  it.each(SHAPES)('$from: is read as it was meant', ({ text }) => {
    const { nodes } = markdown(text);
    const found = tags(nodes);
    const said = words(nodes);
    for (const [sign, tag] of [[/\*\*/, 'strong'], [/\]\(/, 'a'], [/~~/, 's'], [/^\s*- /m, 'ul'], [/^\s*\d+\. /m, 'ol'], [/^\| /m, 'table'], [/^#/m, /^h\d$/], [/^> /m, 'blockquote'], [/^```/m, 'pre']] as const)
      if (sign.test(text)) expect([...found].some((one) => (typeof tag === 'string' ? one === tag : tag.test(one))), `${String(tag)} in ${text}`).toBe(true);
    expect(said).not.toMatch(/\*\*|\]\(|~~|\| ---|^#/);
  });
});

describe('marks and words', () => {
  const read = (html: string): string | undefined => pasted(html, plainOf(html));
  it('are told apart: what only looks like a mark stays a word', () => {
    const html = '<p>2*3*4 <b>a</b> snake_case _x_ `y` [z](q) ~~w~~ &amp;amp; \\*</p>';
    const text = read(html) ?? '';
    const { nodes } = markdown(text);
    expect(words(nodes).replace(/ +/g, ' ').trim()).toBe('2*3*4 a snake_case _x_ `y` [z](q) ~~w~~ &amp; \\*');
  });
  it('stand together where emphasis ends within a word, or at a sign', () => {
    for (const [html, strong] of [['<b>Un</b>believable', 'Un'], ['<b>Note:</b>now', 'Note'], ['a<b>(b)</b>c', 'b'], ['<b> x </b>y', 'x'], ['<i>a</i><b>b</b>', 'b'], ['<b><i>c</i></b>', 'c'], ['<b>a<br>b</b>', 'a']] as const) {
      const { nodes } = markdown(read(`<p>${html}</p>`) ?? '');
      const find = (all: Node[]): string[] => all.flatMap((node) => (node.tag === 'strong' ? [words(node.children ?? []).trim()] : find(node.children ?? [])));
      expect(find(nodes)[0], html).toBe(strong);
      expect(words(nodes), html).not.toContain('*');
    }
  });
  it('a plain text is none of our business', () => {
    for (const html of ['<span style="color:red">Only words</span>', '<p>One</p><p>Two</p>', '<img src="https://a.example/x.png">', '']) expect(pasted(html, 'Only words')).toBeUndefined();
  });
  it('a picture is not fetched: what it says of itself is kept', () => {
    expect(read('<p>See <img src="https://a.example/map.png" alt="A map"> <b>now</b><img src="https://track.example/p.gif"></p>')).toBe('See [A map](https://a.example/map.png) **now**');
  });
  it('what is copied from a page that misses words is left to the browser', () => {
    expect(pasted('<b>Only this</b>', 'Only this, and a whole sentence more')).toBeUndefined();
    expect(pasted('<b>a</b><!-- and here it breaks off, with all that follows', 'a and here it breaks off, with all that follows')).toBeUndefined();
  });
  it.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', '//evil.example', '#a', 'tel:1', 'https://bank.example@evil.example/'])('a link to %s is its words', (href) => {
    expect(read(`<p><b>a</b> <a href="${href}">b</a></p>`)).toBe('**a** b');
  });
  it('nothing that runs is kept', () => {
    expect(pasted('<script>alert(1)</script><b>a</b><iframe src="x"></iframe><svg><text>no</text></svg><object>no</object><template>no</template><p onclick="x">b</p>', 'a b')).toBe('**a**\n\nb');
  });
});

describe('bombs', () => {
  const N = LONGEST_HTML;
  const to = (length: number, piece: string): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  const bombs: Record<string, string> = {
    deep: to(N, '<div>'), lists: to(N, '<ul><li>'), items: to(N, '<li>a'), bold: to(N, '<b>a</b>'), tables: to(N, '<table><tr><td>'), cells: to(N, '<td>a'), ends: to(N, '</p>'), opens: to(N, '<'), comments: to(N, '<!-'), quotes: to(N, '<a b="'), names: to(N, '<a b=\'c '),
    breaks: to(N, '<br>'), spaces: to(N, ' \n'), nbsp: to(N, '&nbsp;'), entities: to(N, '&a'), pre: `<pre>${to(N - 20, ' \n')}`, styles: `<style>${to(N - 20, '.a{b:c}')}`, quoted: to(N, '<blockquote>a'), stars: `<b>a</b>${to(N - 20, '*a ')}`, brackets: `<b>a</b>${to(N - 20, '[')}`, ticks: `<b>a</b>${to(N - 20, '`')}`, links: to(N, '<a href=http://a.b>'), sheet: `<style>.a{${to(200_000, 'b:c;')}}</style>${'<b class=a>x</b>'.repeat(25_000)}`, wide: `<h1>a${'\u2003'.repeat(250_000)}b</h1>`, said: `<a href="https://a.example">a${'\u2003'.repeat(250_000)}b</a>`, raw: to(N, '<script>'),
  };
  it.each(Object.entries(bombs))('%s: read in steps that its length bounds, or not at all', (_, html) => {
    try {
      expect((pasted(html, html.slice(0, 1000)) ?? '').length).toBeLessThan(LONGEST_HTML);
    } catch (error) {
      expect(error).toBeInstanceOf(TooMuch);
    }
  }, 60_000); // what is quadratic takes hours
  it('5 MB is more than is read', () => expect(() => hypertext(to(5_000_000, '<p>a</p>'))).toThrow(TooMuch));
});
