// A text as it is read: the number and the heading of a provision apart from its other words, its parts, and where words
// are found in it. All of the text stays: joined, the pieces are what the server gave. Pure.
import type { EditionSegment, ProvisionPage } from '../../api/types';
import { isHead } from './outline';

export interface Pieces { number: string; heading: string; rest: string }

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** What ends so is a sentence, or leads to what is in it, and no heading. */
const NO_HEADING = /[.;:,،؛]$/;

/**
 * The words of a segment. Its number stands apart as it is written (“PART I”, “3.”, “(b)”), and its first line as a heading,
 * if that is one and more follows.
 */
export function piecesOf({ text, number, heading }: Pick<EditionSegment, 'text' | 'number' | 'heading'>): Pieces {
  const all = text.trim();
  const written = number === '' ? undefined : new RegExp(`^(?:\\p{L}+\\s+)?[([]?${escaped(number)}[)\\].:]*(?=\\s|$)(?:\\s+[-–—:](?=\\s))?`, 'iu').exec(all)?.[0];
  const rest = all.slice(written?.length ?? 0).trimStart();
  const line = (written !== undefined && heading.startsWith(written) ? heading.slice(written.length) : heading).trim();
  const after = line !== '' && rest.startsWith(line) ? rest.slice(line.length).trimStart() : '';
  const isHeading = after !== '' && !NO_HEADING.test(line);
  return { number: written ?? '', heading: isHeading ? line : '', rest: isHeading ? after : rest };
}

export interface Part { path: string; words: string; level: number; hanging: number }

/** The parts of a text, by which somebody finds their way: its numbered headings, or its outermost provisions where it has none. */
export function partsOf(segments: EditionSegment[]): Part[] {
  const named = segments.filter((one) => one.path !== '');
  const heads = named.filter((one) => isHead(one.kind) || (one.level <= 2 && piecesOf(one).heading !== ''));
  const outermost = Math.min(...named.map((one) => one.level));
  const chosen = new Set(heads.length > 1 ? heads : named.filter((one) => one.level === outermost));
  const parts: Part[] = [];
  for (const one of named) {
    if (chosen.has(one)) parts.push({ path: one.path, words: nameOf(one), level: one.level, hanging: 0 });
    const part = parts.at(-1);
    if (part) part.hanging += one.hanging;
  }
  return parts;
}

const LONGEST_NAME = 80;
/** What a provision is called beside its label. */
export function nameOf(segment: Pick<EditionSegment, 'text' | 'number' | 'heading'>): string {
  const { number, heading, rest } = piecesOf(segment);
  const words = (heading || rest).replace(/\s+/g, ' ').trim();
  const short = words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME).replace(/\s+\S*$/, '')}…` : words;
  return [number, short].filter(Boolean).join(' ');
}

export interface Bit { words: string; hit: boolean }

const SHORTEST = 2;
const folded = (words: string): string => words.toLowerCase();

/** Splits the words at each match of the search; case does not matter. */
export function bitsOf(words: string, sought: string): Bit[] {
  const wanted = folded(sought.trim());
  const all = folded(words);
  if (wanted.length < SHORTEST || all.length !== words.length) return [{ words, hit: false }];
  const bits: Bit[] = [];
  let from = 0;
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, from)) {
    if (at > from) bits.push({ words: words.slice(from, at), hit: false });
    bits.push({ words: words.slice(at, at + wanted.length), hit: true });
    from = at + wanted.length;
  }
  if (from < words.length || bits.length === 0) bits.push({ words: words.slice(from), hit: false });
  return bits;
}

const LONGEST_TITLE = 120;
/** The title that a concern has by what it says first: its first sentence, or as much of it as a title holds. */
export function titleOf(words: string): string {
  const line = words.trim().split('\n')[0]?.trim() ?? '';
  const sentence = /^.*?[.!?؟۔](?=\s|$)/u.exec(line)?.[0] ?? line;
  const short = sentence.length > LONGEST_TITLE ? `${sentence.slice(0, LONGEST_TITLE - 1).replace(/\s+\S*$/, '')}…` : sentence;
  return short.replace(/[.]$/, '');
}

const MOST = { document: 200, part: 100, number: 50, quote: 4_000 };
const within = (words: string, most: number): string => (words.length > most ? `${words.slice(0, most - 1)}…` : words);

/** How a concern cites the provision, by which it is linked to it: its words, or those of them that were marked. */
export function citationOf({ instrument, edition, provision, above }: Pick<ProvisionPage, 'instrument' | 'edition' | 'provision' | 'above'>, marked = ''): Record<string, string> {
  const outermost = above[0];
  const dated = edition.dated ? `, ${edition.dated}` : '';
  return {
    document: within(`${instrument.title}${dated}`, MOST.document), ...(outermost ? { part: within(outermost.heading || outermost.label, MOST.part) } : {}),
    number: within(provision.label, MOST.number), ...(provision.provision ? { provision: provision.provision } : {}), quote: within((marked || provision.text).trim(), MOST.quote),
  };
}

/** What a concern is sent as, without its readers: its words under its first sentence, and the provision. */
export function concernOf(page: ProvisionPage, text: string, marked = ''): Record<string, unknown> {
  const title = titleOf(text);
  const words = text.trim();
  return { title, ...(words === title || words === `${title}.` ? {} : { description: words }), type: 'PROVISION_CONCERN', reference: citationOf(page, marked) };
}
