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
  const folded = (text: string): string[][] => blocks(text, true).map((block) => [block.kind, block.parts.map((part) => part.text).join('')]);
  it.each([
    'On Mon, 2 Mar 2026 at 10:00, Ada Obi <ada@rights.example> wrote:',
    'On Mon, 2 Mar 2026 at 10:00, Ada Obi of the rights desk\n<ada@rights.example> wrote:',
    'On Mon, 2 Mar 2026 at 10:00, Ada Obi <ada@rights.example>\nwrote:',
    'Le lun. 2 mars 2026 à 10:00, Ada Obi <ada@rights.example> a écrit :',
    'Le lun. 2 mars 2026 à 10:00, Ada Obi <ada@rights.example> a\nécrit\u00a0:',
    'في الاثنين، ٢ مارس ٢٠٢٦ في ١٠:٠٠ ص تمت كتابة ما يلي بواسطة Ada Obi <ada@rights.example>:',
    'في يوم الاثنين 2 مارس 2026، كتب Ada Obi:',
    'Ada Obi كتبت:',
    'Am Mo., 2. März 2026 um 10:00 Uhr schrieb Ada Obi <ada@rights.example>:',
    'El lun, 2 mar 2026 a las 10:00, Ada Obi (<ada@rights.example>) escribió:',
    'Em seg., 2 de mar. de 2026 às 10:00, Ada Obi <ada@rights.example> escreveu:',
    'Ada Obi writes:',
  ])('folds the line that introduces a quotation: %s', (line) => {
    expect(folded(`Agreed.\n\n${line}\n> Part I\n\nMore.\n\n${line}\n\n> Part II`)).toEqual([
      ['text', 'Agreed.'], ['quote', `${line}\n> Part I`], ['text', 'More.'], ['quote', `${line}\n\n> Part II`],
    ]);
  });
  it.each([
    '-----Original Message-----\nFrom: Ada Obi\nSent: Monday, 2 March 2026 10:00\nTo: cop@lists.example\nSubject: [cop] The draft',
    'From: Ada Obi <ada@rights.example>\nSent: Monday, 2 March 2026 10:00\nTo: cop@lists.example\nSubject: [cop] The draft',
    '________________________________\nFrom: Ada Obi <ada@rights.example>\nSent: Monday, 2 March 2026 10:00\nTo: cop@lists.example',
    '*From:* Ada Obi <ada@rights.example>\n*Date:* Monday, 2 March 2026\n*To:* cop@lists.example',
    '-----Message d’origine-----\nDe : Ada Obi\nEnvoyé : lundi 2 mars 2026 10:00\nÀ : cop@lists.example\nObjet : le projet',
    'De\u00a0: Ada Obi <ada@rights.example>\nEnvoyé\u00a0: lundi 2 mars 2026 10:00\nÀ\u00a0: cop@lists.example\nObjet\u00a0: le projet',
    'من: Ada Obi <ada@rights.example>\nتم الإرسال: الاثنين، 2 مارس 2026\nإلى: cop@lists.example\nالموضوع: المسودة',
    'Von: Ada Obi <ada@rights.example>\nGesendet: Montag, 2. März 2026 10:00\nAn: cop@lists.example\nBetreff: Entwurf',
  ])('folds what stands under the head of the letter that is answered: %s', (head) => {
    expect(folded(`Agreed.\n-- \nFunke\n\n${head}\n\nPart I asks.\n\nFor removal.`)).toEqual([
      ['text', 'Agreed.'], ['signature', '-- \nFunke'], ['quote', `${head}\n\nPart I asks.\n\nFor removal.`],
    ]);
  });
  it('leaves open what is sent on without a word above it, what only looks like a head, and what is said between quotations', () => {
    const sentOn = 'From: Ada Obi\nSent: Monday\nTo: cop@lists.example\n\nPart I asks.';
    expect(folded(sentOn).map(([kind]) => kind)).toEqual(['text']);
    expect(folded('Agenda:\n\nFrom: 10:00\nTo: 11:00\n\nThen lunch.').map(([kind]) => kind)).toEqual(['text']);
    expect(folded('The agency wrote:\nnothing.').map(([kind]) => kind)).toEqual(['text']);
    expect(folded('> one\n\nYes.\n\n> two\n\nNo.').map(([kind]) => kind)).toEqual(['quote', 'text', 'quote', 'text']);
    expect(folded('Yes.\n--\nFunke').map(([kind]) => kind)).toEqual(['text', 'signature']);
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
