// What of a file is shown, and how: sizes of pictures by their first bytes, tables, texts, and what a field offers.
import { describe, expect, it } from 'vitest';
import { Refusal } from '../api/problem';
import { t } from '../words/words';
import { pictureSize } from './pictureSize';
import { rowsOf } from './tableRows';
import { bytesOf, textOf, whyNot } from './viewBytes';
import { wayOf } from './viewing';

const bytes = (hex: string): Uint8Array => Uint8Array.from(hex.replaceAll(' ', '').match(/../g) ?? [], (two) => parseInt(two, 16));

describe('the size of a picture', () => {
  it.each([
    ['PNG', '89504e470d0a1a0a 0000000d49484452 00000280 000001e0 08', 640, 480],
    ['a bomb', '89504e470d0a1a0a 0000000d49484452 0000ea60 0000ea60 08', 60_000, 60_000],
    ['GIF', '474946383961 8002 e001 00', 640, 480],
    ['JPEG', 'ffd8 ffe0 0010 4a46494600010100000100010000 ffc0 0011 08 01e0 0280 03', 640, 480],
    ['JPEG, progressive, padded', 'ffd8 ff ffe1 0004 0000 ffc2 0011 08 01e0 0280 03', 640, 480],
    ['WebP, lossy', '52494646 00000000 57454250 56503820 00000000 000000 9d012a 8002 e001', 640, 480],
    ['WebP, extended', '52494646 00000000 57454250 56503858 0a000000 00000000 7f0200 df0100', 640, 480],
    ['BMP', '424d 00000000 00000000 00000000 28000000 80020000 20feffff', 640, 480],
    ['AVIF', '00000018 66747970 61766966 00000000 0000 00000014 69737065 00000000 00000280 000001e0', 640, 480],
  ])('%s', (_, hex, width, height) => expect(pictureSize(bytes(hex))).toEqual({ width, height }));

  it.each([['nothing', ''], ['a text', '68656c6c6f20776f726c6420'], ['JPEG that is cut', 'ffd8 ffe0 0010 4a46'], ['SVG', '3c73766720786d6c6e733d22']])('of %s there is none', (_, hex) => expect(pictureSize(bytes(hex))).toBeUndefined());
});

it('the ending of a name decides how a file is shown, and then its type', () => {
  expect(['a.PDF', 'b.jpeg', 'c.csv', 'd.txt', 'e.docx', 'f.svg', 'g.html'].map((name) => wayOf({ name, type: 'application/octet-stream' }))).toEqual(['pdf', 'picture', 'table', 'text', undefined, undefined, undefined]);
  expect(wayOf({ name: 'scan', type: 'image/png' })).toBe('picture');
});

it('rows of a table are divided as its first line is, with quotes', () => {
  expect(rowsOf('name;"say ""no"""\r\nBola;"a;b\nc"\r\n')).toEqual([['name', 'say "no"'], ['Bola', 'a;b\nc']]);
  expect(rowsOf('a\tb\n1\t2')).toEqual([['a', 'b'], ['1', '2']]);
  expect(rowsOf('x,y\n'.repeat(5_000)).length).toBe(1_000);
});

it('text is read by its mark, as UTF-8, or as older programs wrote it', () => {
  expect(textOf(bytes('fffe 6100 e900'))).toBe('aé');
  expect(textOf(bytes('61 c3a9'))).toBe('aé');
  expect(textOf(bytes('61 c3a9 c3'))).toBe('aé');
  expect(textOf(bytes('61 e9 62'))).toBe('aéb');
});

it('a file that is not shown is called damaged only where it is', async () => {
  const no = new Refusal({ type: 'about:blank', title: 'No', status: 403, detail: 'You cannot open this file.' });
  expect(whyNot(no, 'damaged')).toBe('You cannot open this file.');
  const breaks = new ReadableStream<Uint8Array>({ pull: (to) => to.error(new TypeError('network error')) });
  expect(whyNot(await bytesOf(new Response(breaks)).catch((error: unknown) => error), 'damaged')).toBe(t.problem.unreachable);
  expect(whyNot(new Error('no picture'), 'damaged')).toBe('damaged');
});
it('of a long file only the beginning is waited for', async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({ pull: (to) => { sent++; to.enqueue(new Uint8Array(1_000)); } });
  expect((await bytesOf(new Response(endless), 2_500)).length).toBe(2_500);
  expect(sent).toBeLessThan(6);
});
