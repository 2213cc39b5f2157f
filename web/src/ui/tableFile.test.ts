import { expect, it } from 'vitest';
import { isJson, tableWords } from './tableFile';

const ROW = 'name;address\nAdé;ade@rights.example\n';
const utf16 = (text: string, big: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(2 + 2 * text.length));
  view.setUint16(0, 0xfeff, !big);
  [...text].forEach((c, i) => view.setUint16(2 + 2 * i, c.charCodeAt(0), !big));
  return new Uint8Array(view.buffer);
};

it('reads what spreadsheets write, with a mark or without', () => {
  expect(tableWords(new TextEncoder().encode(ROW))).toBe(ROW);
  expect(tableWords(new TextEncoder().encode(`\ufeff${ROW}`))).toBe(ROW);
  expect(tableWords(utf16(ROW, false))).toBe(ROW);
  expect(tableWords(utf16(ROW, true))).toBe(ROW);
});

it('takes what is no UTF-8 for the usual set of the language', () => {
  const latin = new Uint8Array([...ROW].map((c) => c.charCodeAt(0)));
  expect(tableWords(latin, 'fr')).toBe(ROW);
  expect(tableWords(new Uint8Array([0xc7, 0xe3, 0xed, 0xe4, 0xc9]), 'ar')).toBe('امينة');
});

it('tells JSON from a table by how it begins', () => {
  expect(isJson(' \n[{"title": "Appeals"}]')).toBe(true);
  expect(isJson('{"issues": []}')).toBe(true);
  expect(isJson('title,state\n[draft] Appeals,open')).toBe(false);
  expect(isJson('')).toBe(false);
});
