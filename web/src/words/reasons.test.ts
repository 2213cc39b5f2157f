// Why a letter waits is said by the code of each reason, in the words of the server's catalogues.
import { describe, expect, test } from 'vitest';
import { inWords, pieces, sentences } from './reasons';

const files = {
  ...import.meta.glob<string>('../../../server/platform/src/main/resources/words/reasons.??.properties', { query: '?raw', import: 'default', eager: true }),
  ...import.meta.glob<string>('../../../server/platform/src/main/resources/typed/*.properties', { query: '?raw', import: 'default', eager: true }),
};
const read = (file: string) => sentences(Object.entries(files).find(([path]) => path.endsWith(`/${file}.properties`))?.[1] ?? '');
const catalogues = (tag: string) => ({ reasons: read(`words/reasons.${tag}`), typed: read(`typed/${tag}`) });

describe('a reason of a held letter', () => {
  test('is said by its code, however the English beside it is worded', () => {
    expect(pieces({ code: 'reasons.quotes' }, catalogues('fr'))).toEqual(['Il cite un message visible par moins de personnes.']);
    expect(pieces({ code: 'reasons.quotes' }, catalogues('ar'))?.join('')).toMatch(/\p{Script=Arabic}/u);
  });

  test('marks what people type, which is no part of the sentence', () => {
    const typed = (tag: string) => pieces({ code: 'reasons.no-word' }, catalogues(tag))?.filter((piece) => typeof piece !== 'string');
    expect(typed('en')).toEqual([{ typed: 'approve' }, { typed: 'reject' }, { typed: 'discard' }, { typed: 'withdraw' }]);
    expect(typed('fr')?.[0]).toEqual({ typed: 'approuver' });
  });

  test('stays as the server says it where this page does not know its code', async () => {
    expect(pieces({ code: 'reasons.of-a-later-version' }, catalogues('fr'))).toBeNull();
    expect(pieces({ code: 'reasons.asks-wrongly', parameters: { rule: { code: 'this-is-taken' } } }, catalogues('fr'))).toBeNull();
    expect(await inWords({ reasons: ['Not yet known.'], reasonCodes: [{ code: 'reasons.of-a-later-version' }] })).toEqual([['Not yet known.']]);
    expect(await inWords({ reasons: ['Long ago.'], reasonCodes: [{ code: 'reasons.as-written', parameters: { text: 'Long ago.' } }] })).toEqual([['Long ago.']]);
  });

  test('says every sentence of every language', () => {
    for (const tag of ['en', 'fr', 'ar']) {
      const all = catalogues(tag);
      for (const key of all.reasons.keys()) {
        const said = pieces({ code: `reasons.${key}`, parameters: { rule: 'A rule.', lines: 'Due: 2026', text: 'x' } }, all);
        expect(said, `${tag} ${key}`).not.toBeNull();
        expect(JSON.stringify(said), `${tag} ${key}`).not.toContain('{typed');
      }
    }
  });
});
