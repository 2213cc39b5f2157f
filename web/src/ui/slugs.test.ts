import { describe, expect, it } from 'vitest';
import { slugOf, SLUG_PATTERN } from './slugs';

describe('a short name', () => {
  it.each([
    ['Uplands Land Rights Bill', 'uplands-land-rights-bill'],
    ['  Société civile & œuvres  ', 'societe-civile-oeuvres'],
    ['Straße 7', 'strasse-7'],
    ['تحالف قانون الإنترنت', 'thalf-qanwn-alantrnt'],
    ['منظّمة الفانوس ٢٠٢٦', 'mnzma-alfanws-2026'],
    ['مـــؤتمر', 'mwtmr'],
    ['Право', ''],
    ['…', ''],
  ])('of %s is "%s"', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
    if (slug) expect(slug).toMatch(new RegExp(`^(?:${SLUG_PATTERN})$`));
  });

  it('has at most 63 signs and ends in none that stands between words', () => {
    expect(slugOf(`${'a'.repeat(62)} b`)).toBe('a'.repeat(62));
  });
});
