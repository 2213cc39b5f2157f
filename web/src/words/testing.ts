// For tests: every catalogue of this folder in its three languages, and what each entry says.
import type { Language } from './language';

type Words = Record<string, unknown>;
const files = import.meta.glob<Record<string, Words>>(['./*.en.ts', './*.fr.ts', './*.ar.ts', './en.ts', './fr.ts', './ar.ts', '!./counts.*.ts', '!./acts.*.ts', '!./enums.*.ts'], { eager: true });

/** `account.fr` is the account's catalogue in French; `fr` alone is the one that all pages share. */
const catalogue = (path: string): { name: string; language: Language } => {
  const parts = path.slice(2, -3).split('.');
  return { name: parts.length > 1 ? (parts[0] ?? '') : 't', language: parts.at(-1) as Language };
};

/** All words of a language, by the names of their catalogues. */
export const wordsOf = (language: Language): Record<string, Words> =>
  Object.fromEntries(Object.entries(files).map(([path, file]) => [catalogue(path), Object.values(file)[0] ?? {}] as const).filter(([of]) => of.language === language).map(([of, words]) => [of.name, words]));

export function* leaves(words: unknown, path: string): Generator<[string, unknown]> {
  if (typeof words === 'object' && words !== null) for (const [name, value] of Object.entries(words)) yield* leaves(value, path ? `${path}.${name}` : name);
  else yield [path, words];
}

/** Stands for whatever an entry is given: a number, a name, or names. What is said of it shows which argument it is. */
class Given {
  readonly length = 2;
  constructor(readonly place: number, readonly number: number) {}
  valueOf(): number { return this.number; }
  toString(): string { return `⟦${this.place}⟧`; }
  [Symbol.toPrimitive](hint: string): string | number { return hint === 'string' ? this.toString() : hint === 'number' ? this.number : this.toString(); }
  *[Symbol.iterator](): Generator<string> { yield `⟦${this.place}⟧`; yield `⟦${this.place}⟧`; }
  replaceAll(): string { return this.toString(); }
  toLowerCase(): string { return this.toString(); }
}

/** Each first argument stands for 111, the next for 211: numbers that take the same form in a language. */
const NUMBERS = [111, 211, 311, 411, 511];

/** What an entry says where each number in it is `n`, or one of its own. */
export function said(words: unknown, n?: number): string {
  if (typeof words !== 'function') return String(words);
  const given = Array.from({ length: words.length }, (_, place) => new Given(place, n ?? NUMBERS[place] ?? 0));
  return String((words as (...all: unknown[]) => unknown)(...given));
}

/** Which of its arguments an entry says, as words or as a number. */
export function argumentsOf(words: unknown): number[] {
  if (typeof words !== 'function') return [];
  const text = said(words);
  return NUMBERS.map((number, place) => (text.includes(`⟦${place}⟧`) || new RegExp(`(?<!\\d)${number}(?!\\d)`).test(text) ? place : -1)).filter((place) => place >= 0);
}

/** A short print of a text (FNV-1a, 32 bits). */
export function print(text: string): string {
  let hash = 0x811c9dc5;
  for (const unit of new TextEncoder().encode(text)) hash = Math.imul(hash ^ unit, 0x01000193);
  return (hash >>> 0).toString(36);
}
