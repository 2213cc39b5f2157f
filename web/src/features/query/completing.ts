// What a filter can go on with where the reader stands in it: keys, then the values of a key. What is chosen is
// written as the language wants it, with quotes around what has blanks.

/** A value of a key as it is written, and what it means in the reader's words where that is not the same. */
export interface Value { value: string; says?: string }
/** A key with the values that are worth offering; a date or a word can be typed besides. */
export interface Key { key: string; says?: string; values: Value[] }
/** One way to go on: `text` is the filter then, `caret` where the reader stands in it. */
export interface Offer { id: string; written: string; says?: string; text: string; caret: number; whole: boolean }

const MOST = 8;
/** From so many letters on, values are offered without their key. */
const TELLING = 2;
const BLANKS = ' \t\r\n';

interface Place { from: number; to: number; key?: string; typed: string; others: string[] }

/** Where the value begins or ends that the reader stands in: the last or next of these that no quotes hold. */
function stops(text: string, signs: string): number[] {
  let quoted = false;
  return [...text].flatMap((sign, at) => {
    if (sign === '"') quoted = !quoted;
    return !quoted && signs.includes(sign) ? [at] : [];
  });
}
const bare = (written: string): string => written.replaceAll('"', '').toLowerCase();

function placeOf(text: string, caret: number): Place {
  const begin = (stops(text.slice(0, caret), BLANKS).at(-1) ?? -1) + 1;
  const end = stops(text, BLANKS).find((at) => at >= caret) ?? text.length;
  const from = begin + (text.charAt(begin) === '-' ? 1 : 0);
  const [colon] = stops(text.slice(from, caret), ':');
  if (colon === undefined) return { from, to: end, typed: bare(text.slice(from, caret)), others: [] };
  const list = from + colon + 1;
  const commas = stops(text.slice(list, end), ',').map((at) => list + at);
  const value = (commas.filter((at) => at < caret).at(-1) ?? list - 1) + 1;
  const to = commas.find((at) => at >= caret) ?? end;
  const bounds = [list - 1, ...commas, end];
  const others = bounds.slice(1).map((at, i) => bare(text.slice((bounds[i] ?? 0) + 1, at))).filter((_, i) => (bounds[i] ?? 0) + 1 !== value);
  return { from: value, to, key: text.slice(from, from + colon).toLowerCase(), typed: bare(text.slice(value, caret)), others };
}

/** Whether some word of this begins so. */
const begins = (words: string | undefined, typed: string): boolean => words !== undefined && (words.toLowerCase().startsWith(typed) || words.toLowerCase().includes(` ${typed}`));
const quoted = (value: string): string => (/[\s,:]/.test(value) || value.startsWith('-') ? `"${value.replaceAll('"', '')}"` : value.replaceAll('"', ''));

/** What can be written where the reader stands, best first, few of them. `all`: also where nothing is typed yet. */
export function completions(text: string, caret: number, keys: readonly Key[], all = false): Offer[] {
  const { from, to, key, typed, others } = placeOf(text, caret);
  const offer = (written: string, says: string | undefined, whole: boolean): Offer => {
    const rest = text.slice(to);
    const gap = whole && rest === '' ? ' ' : '';
    return { id: written, written, says: says?.toLowerCase() === bare(written) ? undefined : says, text: text.slice(0, from) + written + gap + rest, caret: from + written.length + gap.length, whole };
  };
  if (key !== undefined) {
    const found = keys.find((one) => one.key === key)?.values ?? [];
    const left = found.filter(({ value, says }) => !others.includes(value.toLowerCase()) && (begins(value, typed) || begins(says, typed)));
    if (left.length === 1 && left[0]?.value.toLowerCase() === typed) return []; // it stands there already
    return left.slice(0, MOST).map(({ value, says }) => offer(quoted(value), says, true));
  }
  if (typed === '' && !all) return [];
  // first what is written so, then what is called so
  const written = keys.filter((one) => one.key.startsWith(typed));
  const named = [...written, ...keys.filter((one) => !written.includes(one) && begins(one.says, typed))].map((one) => offer(`${one.key}:`, one.says, false));
  const meant = typed.length < TELLING ? [] : keys.flatMap((one) => one.values.filter(({ value, says }) => begins(value, typed) || begins(says, typed)).map(({ value, says }) => offer(`${one.key}:${quoted(value)}`, says ?? one.says, true)));
  return [...named, ...meant].slice(0, all && typed === '' ? keys.length : MOST);
}
