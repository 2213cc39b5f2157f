// Which language the words are in: as chosen in this browser, or else the first that the browser prefers and we have.
// English, where neither is one of ours. A change takes effect by loading the page again: words do not change in midst.
export const LANGUAGES = { en: 'English', fr: 'Français', ar: 'العربية' } as const;
export type Language = keyof typeof LANGUAGES;

const KEY = 'caucus.language';
const RIGHT_TO_LEFT: Language[] = ['ar'];
const isOurs = (tag: string): tag is Language => Object.hasOwn(LANGUAGES, tag);
const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** `chosen`: what was chosen before, if anything; `preferred`: language tags (BCP 47), best first. */
export function languageOf(chosen: string | null, preferred: readonly string[]): Language {
  return [chosen ?? '', ...preferred].map(primary).find(isOurs) ?? 'en';
}

/**
 * How dates and numbers are written: the reader's own region where it goes with the language. Arabic keeps the digits
 * that stand in our sentences, so that one line has one kind of digit.
 */
export function localeOf(language: Language, preferred: readonly string[]): string {
  const own = preferred.find((tag) => primary(tag) === language) ?? language;
  return language === 'ar' ? `${own.split('-u-')[0]}-u-nu-latn` : own;
}

const chosenHere = (): string | null => (typeof localStorage === 'undefined' ? null : localStorage.getItem(KEY));
export const preferred = typeof navigator === 'undefined' ? [] : navigator.languages;
export const language = languageOf(chosenHere(), preferred);
export const locale = localeOf(language, preferred);
export const direction = RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr';

/** Whether it was chosen in this browser, rather than preferred by it. */
export const isChosen = (): boolean => chosenHere() !== null;

/** From the next load of a page on. */
export function speak(chosen: Language): void {
  localStorage.setItem(KEY, chosen);
}

/** Tells the browser, for its voices, hyphens and quotation marks, and mirrors the page for what is read from the right. */
export function announceLanguage(page: HTMLElement): void {
  page.lang = language;
  page.dir = direction;
}

/** A catalogue in the language in use. English is always at hand; another is fetched, and in English if it cannot be. */
export async function inLanguage<Words>(english: Words, others: Record<Exclude<Language, 'en'>, () => Promise<Words>>): Promise<Words> {
  if (language === 'en') return english;
  try {
    return await others[language]();
  } catch {
    return english; // the line went: better understood by some than read by nobody
  }
}

/** The shape of a catalogue, for another language to fill: the same keys, any words. */
export type Catalogue<T> = T extends (...given: infer Given) => string ? (...given: Given) => string : T extends string ? string : { [K in keyof T]: Catalogue<T[K]> };

/** What stands between things in a row. */
export const comma = language === 'ar' ? '، ' : ', ';

/** What stands between a name and what it names; French puts a space before it that does not break. */
export const colon = language === 'fr' ? '\u00A0: ' : ': ';
