import { describe, expect, it } from 'vitest';
import { DEEPEST, markdown, MOST_PIECES } from './markdown';
import { hasMarks, LONGEST, plain, target, type Node } from './prose';

/** A tree in one line: `p(… strong(…))`, with what a link leads to. */
const told = (nodes: Node[]): string => nodes.map((node) => (node.tag ? `${node.tag}${node.href ? `<${node.href}${node.leads ? ` ${node.leads}` : ''}>` : ''}${node.done === undefined ? '' : node.done ? '[x]' : '[ ]'}${node.folded ? '…' : ''}(${node.text ?? told(node.children ?? [])})` : node.text)).join('');
const read = (text: string): string => told(markdown(text).nodes);
const links = (text: string): (string | undefined)[] => [...told(markdown(text).nodes).matchAll(/a<(\S+?)[ >]/g)].map((found) => found[1]);
const count = (nodes: Node[]): number => nodes.reduce((sum, node) => sum + 1 + count(node.children ?? []), 0);
const depth = (nodes: Node[]): number => nodes.reduce((most, node) => Math.max(most, 1 + depth(node.children ?? [])), 0);
const letters = (nodes: Node[]): string => nodes.map((node) => (node.text ?? '') + letters(node.children ?? [])).join('');

describe('what people write', () => {
  it('is bold, italic, struck out and code', () => {
    expect(read('The **notice** is *due*, ~~today~~ at `24 h`.')).toBe('p(The strong(notice) is em(due), s(today) at code(24 h).)');
  });
  it('has lists, tasks, quotes, code, tables and lines between', () => {
    expect(read('- one\n- two\n  1. three')).toBe('ul(li(one)li(twool(li(three))))');
    expect(read('- [ ] Send the memo\n- [x] Ask **Chirp**\n* [] Call\n')).toBe('ul(li[ ](Send the memo)li[x](Ask strong(Chirp)))ul(li[ ](Call))');
    expect(read('- [ ] Send\n\n  today\n- [y] no')).toBe('ul(li[ ](p(Send)p(today))li(p([y] no)))');
    expect(read('> Part I\n\n```\na < b\n```\n\n---')).toBe('blockquote(p(Part I))pre(a < b)hr()');
    expect(read('|a|b|\n|-|-:|\n|1|2|')).toBe('table(thead(tr(th(a)th(b)))tbody(tr(td(1)td(2))))');
    expect(markdown('|a|b|\n|-|-:|\n|1|2|').nodes[0]?.children?.[0]?.children?.[0]?.children?.[1]?.align).toBe('end');
    expect(markdown('3. c').nodes[0]?.start).toBe(3);
  });
  it('has headings one under another, whatever signs they were given', () => {
    expect(read('## A\n#### B\n# C\n###### D\n# E')).toBe('h1(A)h2(B)h1(C)h2(D)h1(E)');
  });
  it('keeps its lines as they were broken', () => expect(read('One\nTwo  \nThree')).toBe('p(One\nTwo\nThree)'));
  it('looks the same read or not, where it has no marks', () => {
    for (const text of ['One\ntwo\n\nThree.', 'حذف خلال 24 ساعة\n\nSecond', 'See https://example.org/a, or tunde@harbour.example.', '\n\nA\r\nB\n\n\n\nC\n']) {
      expect(told(plain(text))).toBe(read(text));
    }
    expect(hasMarks('A letter, with 24 hours. And (more): 1986.')).toBe(false);
    for (const text of ['a **b**', '- x', '1. x', 'a\n    code', 'A\n===', '> q', '\\*']) expect(hasMarks(text), text).toBe(true);
  });
  it('folds what an answer quotes, and the signature', () => {
    expect(read('Agreed.\n\nOn Mon, Tunde Bakare wrote:\n> Part I\n\nMore.\n-- \nFunke *Ade*')).toBe('p(Agreed.)p(On Mon, Tunde Bakare wrote:)blockquote…(p(Part I))p(More.)signature(-- \nFunke *Ade*)');
  });
});

describe('links', () => {
  it('say where they lead, unless their words do', () => {
    expect(read('[memo](https://example.org/m) <https://example.org/n> https://example.org/o_p_q. [example.org](https://example.org)')).toBe(
      'p(a<https://example.org/m example.org>(memo) a<https://example.org/n>(https://example.org/n) a<https://example.org/o_p_q>(https://example.org/o_p_q). a<https://example.org/>(example.org))',
    );
    expect(read('[https://agency.example](https://evil.example/login)')).toBe('p(a<https://evil.example/login evil.example>(https://agency.example))');
    expect(read('[Tunde](mailto:tunde@harbour.example)')).toBe('p(a<mailto:tunde@harbour.example tunde@harbour.example>(Tunde))');
  });
  it('are found bare, with marks around and in them', () => {
    expect(links('**https://example.org/a** _https://example.org/_b_/c_ (https://example.org/d_(e)), https://example.org/*f*g jane_doe@harbour.example')).toEqual([
      'https://example.org/a', 'https://example.org/_b_/c', 'https://example.org/d_(e)', 'https://example.org/*f*g', 'mailto:jane_doe@harbour.example',
    ]);
  });
  it.each([
    'javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'java&#10;script:alert(1)', '&#106;avascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', '//evil.example', '/sign-in', '#top', 'https://bank.example@evil.example/',
    'blob:https://example.org/x', 'ftp://example.org', 'mailto:a@b.example?bcc=c@d.example', 'mailto:', 'https://', 'tel:1',
  ])('to %s stay as they were written', (href) => {
    for (const text of [`[x](${href})`, `[x](<${href}>)`, `![x](${href})`, `<${href}>`, `[x][1]\n\n[1]: ${href}`]) {
      expect(links(text).filter((link) => !link?.match(/^(https:\/\/example\.org\/|mailto:[acd]@[bd]\.example$)/)), text).toEqual([]);
      expect(markdown(text).nodes.length, text).toBeGreaterThan(0);
    }
    expect(target(href)).toBeUndefined();
  });
  it('stand for pictures, which are never loaded', () => {
    expect(read('![A map](https://track.example/p.gif?reader=7) ![](https://track.example/q)')).toBe(
      'p(a<https://track.example/p.gif?reader=7 https://track.example/p.gif?reader=7>(A map) a<https://track.example/q>(https://track.example/q))',
    );
    expect(read('[![map](https://a.example/i)](https://b.example/)')).toBe('p(a<https://b.example/ b.example>(map))');
  });
});

describe('HTML', () => {
  it.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<b onclick=x>', '<!-- x -->', '<a href="javascript:x">y</a>', '<iframe>', '<![CDATA[x]]>', '<?x?>', '<svg/onload=x>'])('%s is text', (html) => {
    expect(letters(markdown(html).nodes)).toBe(html);
    expect(letters(markdown(`a ${html} b`).nodes)).toBe(`a ${html} b`);
    expect(letters(markdown(`<div>\n${html}`).nodes)).toBe(`<div>\n${html}`);
  });
});

const to = (length: number, piece: string): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const N = LONGEST;
const bombs: Record<string, string> = {
  brackets: to(N, '['), closed: '['.repeat(N / 2) + ']'.repeat(N / 2), stars: to(N, '*'), quotes: to(N, '>'), spaced: to(N, '> '), ticks: to(N, '`'), tickRuns: Array.from({ length: 440 }, (_, i) => `e${'`'.repeat(i)}`).join(''),
  links: to(N, '[a]('), pictures: to(N, '![[]()'), emphasis: to(N, '*a **a '), underlines: to(N, 'a_ '), mixed: to(N, 'a**bc* '), listLine: to(N, '- '), table: to(N, `|${'a|'.repeat(1000)}\n|${'-|'.repeat(1000)}\n${'|a\n'.repeat(32_000)}`),
  rows: to(N, '|a|b|c|d|\n|-|-|-|-|\n'), angles: to(N, '<a@'), entities: to(N, '&'), references: to(N, '[a]: u\n'), titles: to(N, '[a](b "'), slashes: to(N, '\\'), addresses: to(N, 'http://'), mails: to(N, 'a.b@'), dots: `a@${to(N, 'b.')}`, comments: to(N, '<!--'), lines: to(N, '\n'),
  breaks: to(N, 'a\n'), headings: to(N, 'a\n-\n'), lazy: '> '.repeat(12) + to(N - 24, 'a\n'), tabs: to(N, '\t'), blanks: to(N, ' \n'), spaces: `a${to(N - 1, ' ')}`, nested: to(N, Array.from({ length: 10_000 }, (_, i) => `${' '.repeat(2 * i)}- a`).slice(0, 400).join('\n')), nul: to(N, '\0'),
};

describe('bombs', () => {
  it.each(Object.entries(bombs))('%s: neither more nor deeper than a page can bear', (_, text) => {
    const { nodes, beyond } = markdown(text);
    expect(count(nodes)).toBeLessThanOrEqual(MOST_PIECES + 10);
    expect(depth(nodes)).toBeLessThanOrEqual(DEEPEST + 2);
    if (beyond) expect(letters(nodes).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  }, 60_000);
  it('a list 10,000 deep and 5 MB of anything stand as they were written', () => {
    const deep = Array.from({ length: 10_000 }, (_, i) => `${' '.repeat(i)}- a`).join('\n');
    for (const text of [deep, to(5_000_000, '['), to(5_000_000, '- [ ] x\n'), to(5_000_000, 'a\n\n'), to(5_000_000, '> '), '> '.repeat(20_000) + 'a', '- '.repeat(40) + 'a', `${'**a __b '.repeat(20)}${'__ ** '.repeat(20)}`]) {
      const { nodes, beyond } = markdown(text);
      expect(count(nodes)).toBeLessThanOrEqual(MOST_PIECES);
      if (text.length > 1000 || !beyond) expect(depth(nodes)).toBeLessThanOrEqual(DEEPEST + 2);
      if (text.length > 1000) expect(beyond).toBe(true);
    }
    expect(letters(markdown(`${'- '.repeat(40)}kept`).nodes)).toContain('kept');
    expect(markdown(`${'> '.repeat(10)}kept`).beyond).toBeUndefined();
  }, 60_000);
  it('bear what a long memo has', () => {
    const memo = to(LONGEST, '## Part I\n\nRemoval within **24 hours**, see [the draft](https://example.org/d).\n\n- [ ] Ask *Chirp*\n- [x] Call\n\n> As the agency says\n\n');
    expect(markdown(memo).beyond).toBeUndefined();
  });
});
