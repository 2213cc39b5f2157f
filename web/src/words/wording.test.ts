// How the words are worded: ratchets that only go down, and translations that are older than their English.
import { expect, it } from 'vitest';
import { leaves, print, said, wordsOf } from './testing';

/** Words to avoid, by language, and how many entries still have one. Each number may only fall. */
const AVOIDED = {
  en: { most: 2, words: /\b(whoever|anew|otherwise|stands?(?! aside)|comes? of|by itself|is no(?:ne\b|\b(?! longer))|no (word|member)|let(s)? in|turn(ed)? away|hand(ed)? on|said|say it|seats?|e-mails?|mailed|by mail|whom|nobody|somebody|anybody|besides|meanwhile|mends?|once more|of it|hears? of|what (?:is|was|became|came|they|people|companies)|is (?:read|taken|seen|found|kept|told) by)\b/i },
  fr: { most: 0, words: /(?<!\p{L})(siège|liaisons?|jet(er|é)|recueil|cercles?|audience(?!\u00a0?:)|lettre hebdomadaire|envois? groupés?|(?:la|une) nouvelle (?!organisation)|nouvelles (?:de|d’)|coordinateurs?|l’administration|toute? seule?|de lui-même|d’elle-même|sonne|défaire)(?!\p{L})/iu },
  ar: { most: 0, words: /مروري|بلا نسب|تواصل|يلزم|مقعد|تجاهل|مؤسس|مجم[ّ]?ع|دائرة القر|قيد المراجعة|(?<!بال)سحب(?!ه| المسألة)|تحت الحظر|موجزات|طريقة (?:ال)?عرض|عهدة|نداء|الإعلانات الخاصة|من تلقاء|خرج بالبريد/ },
} as const;
/** English entries that end where a name, a day or a number is put in the page: parts of sentences. May only fall. */
const MOST_FRAGMENTS = 53;

it.each(['en', 'fr', 'ar'] as const)('%s: fewer and fewer words to avoid', (language) => {
  const { most, words } = AVOIDED[language];
  const found = [...leaves(wordsOf(language), '')].filter(([, entry]) => words.test(said(entry))).map(([path, entry]) => `${path}: ${said(entry)}`);
  expect(found.length, found.join('\n')).toBe(most);
});

it('fewer and fewer parts of sentences', () => {
  const found = [...leaves(wordsOf('en'), '')].filter(([, entry]) => typeof entry === 'string' && / (?:by|for|on|at|to|of|until|since|with|from|than|and)$|:$/.test(entry)).map(([path, entry]) => `${path}: ${String(entry)}`);
  expect(found.length, found.join('\n')).toBe(MOST_FRAGMENTS);
});

type Prints = Record<string, Record<string, string>>;

/** Of the English of each entry, by the part of the catalogue that it is in. */
function prints(): Prints {
  const all: Prints = {};
  for (const [path, entry] of leaves(wordsOf('en'), '')) {
    const [catalogue = '', part = '', ...rest] = path.split('.');
    (all[rest.length > 0 ? `${catalogue}.${part}` : catalogue] ??= {})[rest.length > 0 ? rest.join('.') : part] = print(said(entry, 1) + said(entry, 2)).slice(-5);
  }
  return all;
}

/**
 * The file holds what the English of each entry was when it was translated, or when its translations were last found to
 * hold. What differs has changed since: look at it in `.fr.ts` and `.ar.ts`, then run `npm run translated`.
 */
it('no translation is older than its English', async () => {
  const parts = Object.entries(prints()).sort(([a], [b]) => (a < b ? -1 : 1)).map(([part, entries]) => `${JSON.stringify(part)}: ${JSON.stringify(entries)}`);
  await expect(`{\n${parts.join(',\n')}\n}\n`).toMatchFileSnapshot('translated.json');
});
