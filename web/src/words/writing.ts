// What a catalogue needs to write numbers, amounts and lists, by the CLDR data of the browser, in the catalogue's own language.
import { localeOf, preferred, type Language } from './language';

/** The forms that CLDR has for a number with what it counts: all of them, or it does not compile. */
interface Forms {
  en: [one: string, other: string];
  /** `many` is for whole millions: where it is left out, it is `other` with “de” after the number */
  fr: [one: string, other: string, many?: string];
  ar: [zero: string, one: string, two: string, few: string, many: string, other: string];
}
const ORDER: Record<Language, string[]> = { en: ['one', 'other'], fr: ['one', 'other', 'many'], ar: ['zero', 'one', 'two', 'few', 'many', 'other'] };
const KB = 1024;

const ofMillions = (other = ''): string => other.replace(/# (?=([aeiouyàâéèêëîïôœh]?))/, (_, vowel: string) => (vowel ? '# d’' : '# de '));

type Unit = 'byte' | 'kilobyte' | 'megabyte' | 'second' | 'hour';

export interface Writing<L extends Language> {
  /** `#` is the number; a form holds nothing else that comes from elsewhere */
  counted: (n: number, ...forms: Forms[L]) => string;
  number: (n: number) => string;
  amount: (n: number, unit: Unit, unitDisplay?: 'short' | 'narrow' | 'long') => string;
  bytes: (n: number) => string;
  /** with “and” before the last */
  and: (names: string[]) => string;
}

export function writing<L extends Language>(language: L): Writing<L> {
  const tag = localeOf(language, preferred);
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(tag);
  const number = (n: number): string => numbers.format(n);
  const amount = (n: number, unit: Unit, unitDisplay: 'short' | 'narrow' | 'long' = 'short'): string =>
    new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay, maximumFractionDigits: unit === 'megabyte' ? 1 : 0 }).format(n);
  return {
    counted: (n, ...forms) => (forms[ORDER[language].indexOf(rules.select(n))] ?? ofMillions(forms[1])).replaceAll('#', number(n)),
    number,
    amount,
    bytes: (n) => (n < KB ? amount(n, 'byte', 'long') : n < KB * KB ? amount(n / KB, 'kilobyte') : amount(n / (KB * KB), 'megabyte')),
    and: (names) => new Intl.ListFormat(tag).format(names),
  };
}
