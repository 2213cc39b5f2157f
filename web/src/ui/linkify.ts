// People's text is plain text. This splits it into blocks (running text, quotes, signature) and finds links in it.
// Only http and https become links, and never by writing HTML: a component renders the parts as text nodes.
import { isHead, quoted, sentOn } from './quoted';
import { signatures } from './signature';
import { joined } from './letterLines';

export interface Part {
  text: string;
  href?: string;
}
export interface Block {
  kind: 'text' | 'quote' | 'signature';
  parts: Part[];
}
export interface Folded {
  blocks: Block[];
  /** It has more than is laid out here: it stands as it was written. */
  beyond?: boolean;
}

/** In characters: what the server keeps of a letter's words. */
const LONGEST = 100_000;
/** Blocks, and the links and words in them, that a page bears of one letter. */
export const MOST_PARTS = 5_000;

const LONGEST_LINK = 2_000;
const LINK = /\bhttps?:\/\/[^\s<>"'`{}|\\^\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gi;
const LINK_HERE = new RegExp(`^(?:${LINK.source})`, 'i');
const PAIRS: Record<string, string> = { ')': '(', ']': '[' };

/** Drops what ends a sentence rather than an address: `.` `,` and a bracket that was opened before the link. */
function trimmed(link: string): string {
  const left = new Map<string, number>();
  for (const char of link) left.set(char, (left.get(char) ?? 0) + 1);
  let end = link.length;
  for (; end > 0; end--) {
    const last = link[end - 1] as string;
    const opener = PAIRS[last];
    const closers = left.get(last) ?? 0;
    if (opener ? (left.get(opener) ?? 0) >= closers : !/[.,;:!?*_~…»”’]/.test(last)) break;
    left.set(last, closers - 1);
  }
  return link.slice(0, end);
}

/** The address as a browser takes it, if it is one of the web and hides no other before an `@`. */
export function safe(link: string): string | undefined {
  if (link.length > LONGEST_LINK || !URL.canParse(link)) return undefined;
  const url = new URL(link);
  const plain = (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '';
  return plain && url.hostname !== '' ? url.href : undefined;
}

/** Splits text into parts; joined, the parts are the text again. */
export function linkify(text: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const found of text.matchAll(LINK)) {
    const link = trimmed(found[0]);
    const href = safe(link);
    if (!href) continue;
    if (found.index > from) parts.push({ text: text.slice(from, found.index) });
    parts.push({ text: link, href });
    from = found.index + link.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** The bare link that begins there, if one does. */
export function linkAt(text: string, from: number): Part | undefined {
  const found = text.slice(from, from + LONGEST_LINK + 1).match(LINK_HERE)?.[0] ?? '';
  const link = found.length > LONGEST_LINK ? '' : trimmed(found);
  const href = safe(link);
  return href ? { text: link, href } : undefined;
}

/**
 * Folds quoted lines (with the line that introduces them) and signatures (below `-- `, RFC 3676, or a phone's) into blocks. In a
 * letter, lines that a program broke are joined.
 */
export function folded(text: string, letter = false): Folded {
  const all = text.length > LONGEST ? [] : blocks(text, letter);
  const parts = all.reduce((sum, block) => sum + 1 + block.parts.length, 0);
  const beyond = text.length > LONGEST || parts > MOST_PARTS;
  return beyond ? { blocks: [{ kind: 'text', parts: [{ text }] }], beyond } : { blocks: all };
}

/** The same of any text, however much there is in it. */
export function blocks(text: string, letter = false): Block[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const kinds = quoted(lines).map((is): Block['kind'] => (is ? 'quote' : 'text'));
  const others = sentOn(lines);
  const signed = signatures(lines, kinds.map((kind, i) => kind === 'text' && i !== others && !isHead(lines, i)));
  for (const [i, is] of signed.entries()) if (is) kinds[i] = 'signature';
  const groups: { kind: Block['kind']; lines: string[] }[] = [];
  for (const [i, line] of lines.entries()) {
    const kind = kinds[i] as Block['kind'];
    const group = groups.at(-1);
    if (group && (group.kind === kind || (line === '' && kind === 'text' && group.kind === 'quote' && kinds[i + 1] === 'quote'))) group.lines.push(line);
    else groups.push({ kind, lines: [line] });
  }
  return groups
    .map(({ kind, lines: inside }) => ({ kind, text: inside.join('\n').replace(/^\n+/, '').trimEnd() }))
    .filter((group) => group.text !== '')
    .map(({ kind, text: inside }) => ({ kind, parts: linkify(letter && kind === 'text' ? joined(inside) : inside) }));
}
