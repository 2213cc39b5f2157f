// What a field offers for what is typed in it. Pure.
interface Offer { value: string; name?: string; help?: string }
const MOST = 8;

/** The part of a field that is being written: all of it, or what stands between two commas. */
export function partAt(text: string, caret: number, many: boolean): { from: number; to: number; words: string } {
  if (!many) return { from: 0, to: text.length, words: text.trim() };
  const comma = text.lastIndexOf(',', caret - 1) + 1;
  const next = text.indexOf(',', caret);
  const to = next < 0 ? text.length : next;
  const from = comma + (/^\s*/.exec(text.slice(comma, to))?.[0].length ?? 0);
  return { from, to, words: text.slice(from, to).trim() };
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What begins like it first, then what has its words; nothing that is written already. */
export function suggestions<O extends Offer>(text: string, caret: number, many: boolean, offers: O[]): O[] {
  const { from, to, words } = partAt(text, caret, many);
  const others = many ? new Set((text.slice(0, from) + text.slice(to)).split(',').map((one) => folded(one.trim()))) : new Set<string>();
  const asked = folded(words).split(/\s+/).filter(Boolean);
  const fits = offers.filter((one) => {
    if (others.has(folded(one.value))) return false;
    const all = folded(`${one.value} ${one.name ?? ''} ${one.help ?? ''}`);
    return asked.every((word) => all.includes(word));
  });
  if (fits.length === 1 && folded(fits[0]?.value ?? '') === folded(words)) return [];
  const begins = (one: O): number => ([one.value, one.name ?? ''].some((name) => folded(name).startsWith(folded(words))) ? 0 : 1);
  return fits.sort((a, b) => begins(a) - begins(b)).slice(0, MOST);
}
