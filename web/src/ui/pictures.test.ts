import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { Attachment } from '../api/types';
import { excerptOf } from './excerpt';
import { markdown } from './markdown';
import { markOf, nameFor, shareOf, sizeOf } from './pictureFiles';
import { besides, withPictures } from './pictures';
import { described, LONGEST_WORDS, picturesIn, type Pictured } from './pictureWords';
import Prose from './Prose.svelte';
import type { Node } from './prose';

const hall: Attachment = { n: 1, name: 'hall.jpg', type: 'image/jpeg', size: 900_000, href: '/api/workspaces/w/entries/e/attachments/1', width: 800, height: 600 };
const map: Attachment = { ...hall, n: 2, name: 'map of Lagos.png', href: '/api/workspaces/w/entries/e/attachments/2' };
const bomb: Attachment = { n: 3, name: 'bomb.png', type: 'image/png', size: 9_000, href: '/api/workspaces/w/entries/e/attachments/3' };
const drawing: Attachment = { ...bomb, n: 4, name: 'drawing.svg', type: 'image/svg+xml' };
const files = [hall, map, bomb, drawing];
const read = (text: string): Node[] => withPictures(markdown(text, files.map((one) => one.name)).nodes, files);
const html = (text: string): string => render(Prose, { props: { nodes: read(text) } }).body.replace(/<!--.*?-->/g, '');

it('a picture of the message stands where its name does, with its room', () => {
  expect(html('Before ![The hall](hall.jpg) after')).toMatch(/<a class="picture[^>]* href="\/api\/workspaces\/w\/entries\/e\/attachments\/1"[^>]*aspect-ratio: 800 \/ 600[^>]*>\s*<img src="\/api\/workspaces\/w\/entries\/e\/attachments\/1\?sign-in=none" alt="The hall" width="800" height="600" loading="lazy"/);
  expect(html('![](<map of Lagos.png>)')).toContain('alt="map of Lagos.png"');
});
it('pictures in a row are a gallery', () => {
  expect(read('![](hall.jpg)\n![](<map of Lagos.png>)').map((node) => [node.tag, node.children?.length])).toEqual([['gallery', 2]]);
  expect(read('![](hall.jpg) and').map((node) => node.tag)).toEqual(['p']);
});
it('what a page cannot bear, and a drawing that is a program, is a file', () => {
  for (const name of ['bomb.png', 'drawing.svg']) {
    expect(html(`![](${name})`)).not.toContain('<img');
    expect(html(`![](${name})`)).toContain(name);
  }
});
it('no other picture is ever asked for', () => {
  for (const text of ['![a](https://track.example/p.gif)', '![a](other.jpg)', '![a](/api/workspaces/w/entries/x/attachments/1)', '![a](//track.example/p.gif)', '![a](data:image/png;base64,AAAA)', '[a](hall.jpg)']) expect(html(text), text).not.toContain('<img');
  expect(markdown('![a](hall.jpg)').nodes[0]?.children?.[0]?.text).toBe('![a](hall.jpg)'); // of another message
});
it('a link may lead to a file of the message', () => expect(html('[the **plan**](hall.jpg)')).toMatch(/<a href="\/api\/workspaces\/w\/entries\/e\/attachments\/1"[^>]*>the <strong/));
it('what stands in the text is not named under it again', () => {
  expect(besides('![](hall.jpg) ![](<map of Lagos.png>) ![](bomb.png)', files).map((one) => one.name)).toEqual(['bomb.png', 'drawing.svg']);
  const listed = (text: string, all = files): string[] => besides(text, all, markdown).map((one) => one.href.slice(-1) + one.name);
  expect(listed('![](hall.jpg) [map](<map of Lagos.png>)')).toEqual(['3bomb.png', '3drawing.svg']);
  for (const text of ['`![](hall.jpg)`', '```\n![](hall.jpg)\n```', '\\!\\[](hall.jpg)', `![](hall.jpg) ${'*a'.repeat(60_000)}`]) expect(listed(text), text.slice(0, 20)).toContain('1hall.jpg');
  expect(listed('![](hall.jpg)', [hall, { ...map, name: 'hall.jpg' }]), 'of two with one name').toEqual(['2hall.jpg']);
});
it('a feed names it', () => expect(excerptOf('See ![](hall.jpg) and ![The map](map.png)')).toBe('See hall.jpg and The map'));

it('a name stands in a text as it is, and is nobody else’s', () => {
  expect(nameFor('IMG 0012 (1).JPG', 'image/jpeg', new Set())).toBe('IMG-0012-1.jpg');
  expect(nameFor('image.png', 'image/png', new Set(['image.png', 'image-2.png']))).toBe('image-3.png');
  expect(nameFor('صورة القاعة.webp', 'image/webp', new Set())).toBe('صورة-القاعة.webp');
  expect(nameFor('../../a](b).png', 'image/png', new Set())).toBe('a-b.png');
  expect(nameFor('.png', 'image/png', new Set())).toBe('png.png');
  expect(markdown(markOf('صورة-القاعة.webp'), ['صورة-القاعة.webp']).nodes[0]?.children?.[0]?.tag).toBe('picture');
});
it('a picture goes along as small as a page shows it, and a long one as wide as it is read', () => {
  const sides = (width: number, height: number): number[] => [width, height].map((side) => Math.round(side * shareOf({ width, height })));
  expect(sides(4_000, 3_000)).toEqual([2_560, 1_920]);
  expect(sides(1_080, 12_000)).toEqual([1_080, 12_000]); // a conversation, as a phone keeps it
  expect(sides(12_000, 2_560)).toEqual([6_000, 1_280]);
  expect(sides(320, 200)).toEqual([320, 200]);
});
it('a picture is measured by its head, before it is unpacked', () => {
  const bytes = (hex: string): Uint8Array => new Uint8Array((hex.replace(/ /g, '').match(/../g) ?? []).map((one) => parseInt(one, 16)));
  expect(sizeOf(bytes('89504e470d0a1a0a 0000000d 49484452 00000140 000000c8'))).toEqual({ width: 320, height: 200 });
  expect(sizeOf(bytes('474946383961 4001 c800'))).toEqual({ width: 320, height: 200 });
  expect(sizeOf(bytes('ffd8 ffe0 0004 0000 ffc0 0011 08 00c8 0140 03'))).toEqual({ width: 320, height: 200 });
  expect(sizeOf(bytes('52494646 00000000 57454250 5650384c 00000000 2f 3fc13100 00'))).toEqual({ width: 320, height: 200 });
  expect(sizeOf(bytes('52494646 00000000 57454250 56503858 0a000000 00000000 3f0100 c70000'))).toEqual({ width: 320, height: 200 });
  for (const no of ['3c737667', '', 'ffd8', 'ffd8 ffe0 ffff']) expect(sizeOf(bytes(no))).toBeUndefined();
});
describe('what a picture shows', () => {
  const TEXT = 'See:\n\n![](hall.png)\n![The \\[old\\] door](<a door.jpg>)\n\n```\n![](code.png)\n```\n![](https://elsewhere.example/x.png) \\![](no.png)';
  it('is asked for each picture of the message, and for nothing else', () =>
    expect(picturesIn(TEXT).map(({ name, words }) => [name, words])).toEqual([['hall.png', ''], ['a door.jpg', 'The [old] door']]));
  it('stands with it, whatever letters it has', () => {
    const [hall, door] = picturesIn(TEXT);
    const said = 'قاعة *مليئة* [at 9] `x` a_b \\ <b> & so on';
    const now = described(TEXT, hall as Pictured, said);
    expect(picturesIn(now)[0]?.words).toBe(said);
    expect(html(now.replace('hall.png', 'hall.jpg'))).toContain('alt="قاعة *مليئة* [at 9] `x` a_b \\ &lt;b> &amp; so on"');
    expect(described(TEXT, door as Pictured, '')).toContain('\n![](<a door.jpg>)\n');
    expect(picturesIn(described(TEXT, hall as Pictured, 'x'.repeat(400)))[0]?.words).toHaveLength(LONGEST_WORDS);
  });
});
