// The language in which people say which things they want to see: `is:open owner:me due:<7d org:"Press Union" notice`.
// The server reads the same (package filters); server/workspace/src/test/resources/filters holds both to the same cases.

/** Who filters, and when: what `me` and `today` are, and what seats and organisations are called. */
export interface Asker {
  me: string;
  /** as 2026-06-15, where the reader is */
  today: string;
  /** an instant's day, where the reader is */
  day: (instant: string) => string;
  seat: (id: string) => { name: string; organisation: string } | undefined;
  /** what an organisation is called, by its short name */
  organisation: (slug: string) => string | undefined;
}

/** What can be wrong with a term; the words for it are in `words/filtering`. */
export type Wrong = 'key' | 'value' | 'days' | 'terms' | 'quote' | 'missing' | 'values' | 'long';

/** A term that is not understood, and why: `values` are those of the sentence after the term. */
export class WrongTerm extends Error {
  constructor(readonly term: string, readonly why: Wrong, readonly values: (string | number)[] = []) {
    super(`${why}: ${term}`);
  }
}

export interface Token { written: string; not: boolean; key: string; values: string[] }
export type Test<T> = (thing: T) => boolean;

/** What the words of a filter mean, of one sort of thing. */
export interface Vocabulary<T> {
  /** words without a key, in small letters */
  says: (thing: T, words: string) => boolean;
  /** one value of a key; throws a WrongTerm where there is no such key, or no such value of it */
  of: (t: Token, value: string) => Test<T>;
}

export const MAX_CHARS = 1000;
const MAX_TERMS = 30;
const MAX_VALUES = 20;
const BLANKS = ' \t\r\n';
const DAY_MS = 86_400_000;
/** Between two texts: no words reach from one into the next. */
export const BETWEEN = '\u0000';
export const has = (text: string | undefined, words: string): boolean => text !== undefined && text.toLowerCase().includes(words);

function end(text: string, from: number, stops: string): number {
  let quoted = false;
  for (let i = from; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '"') quoted = !quoted;
    else if (!quoted && stops.includes(c)) return i;
  }
  if (quoted) throw new WrongTerm(text.slice(from), 'quote');
  return text.length;
}

const plain = (quoted: string): string => quoted.replaceAll('"', '').toLowerCase();

function values(written: string, list: string): string[] {
  const all: string[] = [];
  for (let at = 0; at <= list.length;) {
    const to = end(list, at, ',');
    const value = plain(list.slice(at, to));
    if (value === '') throw new WrongTerm(written, 'missing');
    if (all.length === MAX_VALUES) throw new WrongTerm(written, 'values', [MAX_VALUES]);
    all.push(value);
    at = to + 1;
  }
  return all;
}

function token(written: string): Token {
  const not = written.length > 1 && written.startsWith('-');
  const rest = not ? written.slice(1) : written;
  const colon = rest.indexOf(':');
  const quote = rest.indexOf('"');
  if (colon < 0 || (quote >= 0 && quote < colon)) return { written, not, key: '', values: [plain(rest)] };
  return { written, not, key: rest.slice(0, colon).toLowerCase(), values: values(written, rest.slice(colon + 1)) };
}

function tokens(text: string): Token[] {
  const all: Token[] = [];
  for (let at = 0; at < text.length;) {
    if (BLANKS.includes(text.charAt(at))) at++;
    else {
      const to = end(text, at, BLANKS);
      if (all.length === MAX_TERMS) throw new WrongTerm(text.slice(at, to), 'terms', [MAX_TERMS]);
      all.push(token(text.slice(at, to)));
      at = to;
    }
  }
  return all;
}

const inDays = (today: string, days: number): string => new Date(Date.parse(today) + days * DAY_MS).toISOString().slice(0, 10);
export const isDay = (words: string): boolean => /^\d{4}-\d\d-\d\d$/.test(words) && !Number.isNaN(Date.parse(words)) && new Date(words).toISOString().startsWith(words);

function dayOf(words: string, today: string, backwards: boolean): string | undefined {
  if (words === 'today') return today;
  const relative = /^(-?\d{1,4})([dw])$/.exec(words);
  if (relative) return inDays(today, Number(relative[1]) * (relative[2] === 'w' ? 7 : 1) * (backwards ? -1 : 1));
  return isDay(words) ? words : undefined;
}

/** Which days a value means: a number of days counts forwards for what is to come, backwards for what has been. */
export function days(t: Token, value: string, today: string, backwards: boolean): Test<string> {
  const meant = daysOf(value, today, backwards);
  if (!meant) throw new WrongTerm(t.written, 'days');
  return meant;
}

/** The same of a value that may be about something else; undefined if it is. */
export function daysOf(value: string, today: string, backwards: boolean): Test<string> | undefined {
  const range = value.indexOf('..');
  if (range > 0) {
    const from = dayOf(value.slice(0, range), today, backwards);
    const until = dayOf(value.slice(range + 2), today, backwards);
    if (from !== undefined && until !== undefined) return (day) => day >= from && day <= until;
  }
  const compared = /^(<=|>=|<|>|=|)(-?\d{1,4}[dw]|\d{4}-\d\d-\d\d|today)$/.exec(value);
  const day = compared ? dayOf(compared[2] ?? '', today, backwards) : undefined;
  if (day === undefined) return undefined;
  const sign = compared?.[1] ?? '';
  const turned = backwards && /[dw]$/.test(value) ? sign.replace(/[<>]/, (c) => (c === '<' ? '>' : '<')) : sign;
  switch (turned) {
    case '<': return (d) => d < day;
    case '<=': return (d) => d <= day;
    case '>': return (d) => d > day;
    case '>=': return (d) => d >= day;
    default: return (d) => d === day;
  }
}

export const unknownKey = (t: Token, keys: string): WrongTerm => new WrongTerm(t.written, 'key', [t.key, keys]);
export const noneOf = (t: Token, value: string, known: readonly string[]): WrongTerm => new WrongTerm(t.written, 'value', [value, known.join(', ')]);

/** The constant that a value names, in small letters; `besides` are other values of the key, as a refusal lists them. */
export function oneOf(t: Token, value: string, known: readonly string[], besides: readonly string[] = []): string {
  const name = value.replaceAll('-', '_').replaceAll(' ', '_');
  if (!known.includes(name)) throw noneOf(t, value, [...besides, ...known]);
  return name;
}

/** One of these by its name. */
export function among<T>(t: Token, value: string, tests: Record<string, Test<T>>): Test<T> {
  if (!Object.hasOwn(tests, value)) throw noneOf(t, value, Object.keys(tests));
  return tests[value] as Test<T>;
}

/** Whether a seat is called so: `me`, its id, or words of its name. */
export const isCalled = (asker: Asker, id: string, words: string): boolean => (words === 'me' ? id === asker.me : id === words || has(asker.seat(id)?.name, words));
/** Whether an organisation is called so, by its short name or words of its name. */
export const isParty = (asker: Asker, slug: string | undefined, words: string): boolean => slug !== undefined && (slug === words || has(asker.organisation(slug), words));

/** Reads a filter; throws a WrongTerm for what is not understood. What it found of a thing it knows until that changes. */
export function parse<T extends object>(text: string, { says, of }: Vocabulary<T>): Test<T> {
  if (text.length > MAX_CHARS) throw new WrongTerm(`${text.slice(0, 20)}…`, 'long', [text.length, MAX_CHARS]);
  const terms = tokens(text).map((t): Test<T> => {
    const any = t.key === '' ? [(thing: T): boolean => says(thing, t.values[0] ?? '')] : t.values.map((value) => of(t, value));
    const test: Test<T> = (thing) => any.some((one) => one(thing));
    return t.not ? (thing) => !test(thing) : test;
  });
  const found = new WeakMap<T, boolean>();
  return (thing) => {
    let passes = found.get(thing);
    if (passes === undefined) found.set(thing, (passes = terms.every((term) => term(thing))));
    return passes;
  };
}

/** The one value that a filter asks of this key; undefined where it asks nothing of it, or more. */
export function asked(text: string, key: string): string | undefined {
  const [one, ...more] = understood(text).filter((t) => t.key === key);
  return one && more.length === 0 && !one.not && one.values.length === 1 ? one.values[0] : undefined;
}

/** The same filter, asking this of the key and nothing else of it; undefined asks nothing of it. */
export const asking = (text: string, key: string, value: string | undefined): string =>
  [...understood(text).filter((t) => t.key !== key).map((t) => t.written), ...(value === undefined ? [] : [`${key}:${value}`])].join(' ');

const quoted = (value: string): string => (/[\s,"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value);

/** The same filter, asking for another value of a key wherever it asks for this one; as it is where it cannot be read. */
export function renamed(text: string, key: string, from: string, to: string): string {
  const old = from.toLowerCase();
  const terms = understood(text);
  if (!terms.some((t) => t.key === key && t.values.includes(old))) return text;
  const again = (t: Token): string => `${t.not ? '-' : ''}${t.key}:${[...new Set(t.values.map((value) => quoted(value === old ? to : value)))].join(',')}`;
  return terms.map((t) => (t.key === key && t.values.includes(old) ? again(t) : t.written)).join(' ');
}

/** Whether a filter has this term, as it is written here. */
export const hasTerm = (text: string, term: string): boolean => understood(text).some((t) => t.written === term);

/** The same filter with this term or without it. */
export const withTerm = (text: string, term: string, on: boolean): string =>
  [...understood(text).map((t) => t.written).filter((written) => written !== term), ...(on ? [term] : [])].join(' ');

/** Its terms; none of a filter that cannot be read. */
function understood(text: string): Token[] {
  try {
    return tokens(text);
  } catch (error) {
    if (error instanceof WrongTerm) return [];
    throw error;
  }
}
