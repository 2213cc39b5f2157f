import { describe, expect, test } from 'vitest';
import { isMarkup, markupText } from './markup';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

describe('HTML and XML files of texts', () => {
  test('are known by their names', () => {
    expect(['act.html', 'act.HTM', 'act.xhtml', 'act.xml', 'act.akn'].filter((name) => !isMarkup(name))).toEqual([]);
    expect(['act.docx', 'act.txt', 'html', 'html.pdf'].filter(isMarkup)).toEqual([]);
  });

  test('are read as UTF-8, and as they declare where they are not', () => {
    const utf8 = new TextEncoder().encode('<p>المادة ١ — délai</p>');
    expect(markupText(utf8)).toBe('<p>المادة ١ — délai</p>');
    expect(markupText(bytes('<meta charset="iso-8859-15">\xa4 d\xe9lai'))).toBe('<meta charset="utf-8">€ délai');
    expect(markupText(bytes('<?xml version="1.0" encoding="windows-1251"?><p>\xcf</p>'))).toBe('<?xml version="1.0" encoding="utf-8"?><p>П</p>');
    expect(markupText(bytes('<p>d\xe9lai</p>'))).toBe('<p>délai</p>');
    expect(markupText(bytes('<meta charset="utf-8">d\xe9lai'))).toBe('<meta charset="utf-8">délai');
    expect(markupText(bytes('<meta charset="nothing-known">d\xe9lai'))).toBe('<meta charset="utf-8">délai');
    expect(markupText(bytes('\xff\xfe<\0p\0>\0'))).toBe('<p>');
  });

  test('say nothing else than before', () => {
    const later = `<p>${'x'.repeat(5000)} charset=latin1</p>`;
    expect(markupText(new TextEncoder().encode(later))).toBe(later);
  });
});
