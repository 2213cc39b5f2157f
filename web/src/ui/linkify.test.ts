import { describe, expect, it } from 'vitest';
import { blocks, linkify } from './linkify';

const links = (text: string): (string | undefined)[] => linkify(text).map((part) => part.href).filter(Boolean);

describe('links in plain text', () => {
  it('end where the address ends, not where the sentence does', () => {
    expect(links('See https://example.org/draft-code/part-1, and (https://example.org/wiki/Notice_(law)).')).toEqual([
      'https://example.org/draft-code/part-1', 'https://example.org/wiki/Notice_(law)',
    ]);
  });
  it.each([
    'javascript:alert(1)', 'JaVaScRiPt://example.org/%0aalert(1)', 'data:text/html,<script>alert(1)</script>', 'vbscript:x', 'file:///etc/passwd', 'xhttps://example.org',
    'https://bank.example@evil.example/', 'http://', 'https://[', 'blob:https://example.org/x',
  ])('%s does not become a link that does what it says', (text) => {
    for (const href of links(text)) expect(href).toMatch(/^https?:\/\/example\.org\//);
    expect(links(text).filter((href) => href?.includes('evil'))).toEqual([]);
  });
  it('stop before markup, so that a tag never enters an address', () => {
    expect(linkify('https://example.org/"><img src=x onerror=alert(1)>')[0]).toEqual({ text: 'https://example.org/', href: 'https://example.org/' });
  });
  it('stop before direction overrides, which make an address read as another', () => {
    expect(links('https://example.org/\u202egro.live')).toEqual(['https://example.org/']);
  });
  it('lose no text', () => {
    const text = 'A https://a.example/x. B\nhttp://b.example <https://c.example/?q=1&r=2>';
    expect(linkify(text).map((part) => part.text).join('')).toBe(text);
  });
});

describe('folding', () => {
  it('folds quoted lines with the line that introduces them, and the signature', () => {
    const kinds = blocks('Agreed.\n\nOn Mon, Tunde Bakare wrote:\n> Part I asks\n> for removal\n\nThe paragraph follows.\n-- \nFunke\nHarbour').map((block) => [block.kind, block.parts[0]?.text]);
    expect(kinds).toEqual([
      ['text', 'Agreed.'], ['quote', 'On Mon, Tunde Bakare wrote:\n> Part I asks\n> for removal'], ['text', 'The paragraph follows.'], ['signature', '-- \nFunke\nHarbour'],
    ]);
  });
  it('takes a letter of nothing but ends of lines, or brackets after an address, as it takes any other', () => {
    const gap = '\n'.repeat(99_000);
    expect(blocks(`a${gap}b`, true)).toEqual([{ kind: 'text', parts: [{ text: `a${gap}b` }] }]);
    const brackets = ')'.repeat(99_000);
    expect(linkify(`https://a.example/(1)${brackets}`)).toEqual([
      { text: 'https://a.example/(1)', href: 'https://a.example/(1)' }, { text: brackets },
    ]);
  });
  it('leaves plain text whole', () => {
    expect(blocks('One\n\nTwo')).toEqual([{ kind: 'text', parts: [{ text: 'One\n\nTwo' }] }]);
  });
});
