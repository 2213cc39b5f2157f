// What a body is made of once it is read: elements of a fixed set and text, never HTML. Without marks it is paragraphs.
import type { Attachment, Mention } from '../api/types';
import type { Thing } from './things';
import { isShort } from './signature';
import { linkify, safe } from './linkify';

export type Inline = 'strong' | 'em' | 's' | 'code';
export type Heading = 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
export type Block = 'p' | 'ul' | 'ol' | 'li' | 'blockquote' | 'pre' | 'hr' | 'table' | 'thead' | 'tbody' | 'tr' | 'th' | 'td' | Heading;
export interface Node {
  /** Nothing for running text, which `text` has; `a` for a link, whose target `href` has. */
  tag?: Inline | Block | 'a' | 'signature' | 'mention' | 'picture' | 'gallery' | 'file' | 'thing';
  text?: string;
  children?: Node[];
  /** Of a name after an @: whom it means. */
  mention?: Mention;
  href?: string;
  /** What a key, or an address of this workspace, names. */
  thing?: Thing;
  /** Of a picture: the file of the message that it is. */
  file?: Attachment;
  /** All pictures of that message, which are looked at one after another. */
  among?: Attachment[];
  /** Where a link leads, as far as its words do not say it themselves. */
  leads?: string;
  /** The number that an ordered list begins with. */
  start?: number;
  /** Of an item of a list of tasks: whether it is done. */
  done?: boolean;
  /** Of a quotation that somebody's name and `wrote:` introduce: the words it answers, which can be unfolded. */
  folded?: boolean;
  align?: 'start' | 'center' | 'end';
}
export interface Prose {
  nodes: Node[];
  /** It has more, or deeper, than is rendered: it stands as it was written. */
  beyond?: boolean;
}

/** In characters: what a description or a comment has at most, so that whatever can be written can be rendered. */
export const LONGEST = 100_000;
const MOST_PARAGRAPHS = 2_000;
/** Links of one text, and the words between them, that a page bears; in more of them none leads anywhere. */
export const MOST_LINKS = 2_000;
const EMAIL = /(?<![\w.+%/-])[\w.+%-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,8}(?![\w-])/gi;
/** What Markdown takes for more than text. A text that has none of it is spared the parser. */
const MARKS = /[*_`~<>[\]\\|#&]|^[ \t]{0,3}(?:[-+=\t]| {4}|\d{1,9}[.)]\s)/m;

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * The way of a list, a table or a quotation: that of its first letter (Unicode UAX 9, P2). `auto` asks no element that
 * has a way of its own, and what is inside these has.
 */
export function way(nodes: Node[] = []): 'ltr' | 'rtl' | undefined {
  for (const node of nodes.filter((one) => one.tag !== 'code')) { // which is isolated
    const letter = /\p{L}/u.exec(node.text ?? '')?.[0];
    const found = letter === undefined ? way(node.children) : RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
    if (found) return found;
  }
  return undefined;
}

export const hasMarks = (text: string): boolean => MARKS.test(text);

/** The target of a link that somebody wrote: http, https, or mailto with an address and nothing else. */
export function target(link: string): string | undefined {
  const address = /^mailto:(.{1,320})$/i.exec(link)?.[1];
  return address === undefined ? safe(link) : address.match(EMAIL)?.[0] === address ? `mailto:${address}` : undefined;
}

/** A target in words: the host that is asked, or the address that is written to. */
export const leadsTo = (href: string): string => (href.startsWith('mailto:') ? href.slice('mailto:'.length) : new URL(href).host);

/** Running text with the links and addresses in it. */
export function running(text: string): Node[] {
  return linkify(text).flatMap((part): Node[] => (part.href ? [{ tag: 'a', href: part.href, children: [{ text: part.text }] }] : addresses(part.text)));
}

function addresses(text: string): Node[] {
  const nodes: Node[] = [];
  let from = 0;
  for (const found of text.matchAll(EMAIL)) {
    if (found.index > from) nodes.push({ text: text.slice(from, found.index) });
    nodes.push({ tag: 'a', href: `mailto:${found[0]}`, children: [{ text: found[0] }] });
    from = found.index + found[0].length;
  }
  if (from < text.length) nodes.push({ text: text.slice(from) });
  return nodes;
}

export const oneKindOfLine = (text: string): string => text.replace(/\r\n?/g, '\n');

/** The body and the short signature under it, after a line of `-- ` (RFC 3676); a heading that is underlined has no blank after its dashes. */
export function signed(text: string): { body: string; signature?: Node } {
  const at = text.lastIndexOf('\n-- \n');
  return at < 0 || !isShort(text.slice(at + 5).split('\n')) ? { body: text } : { body: text.slice(0, at), signature: { tag: 'signature', children: running(text.slice(at + 1).trimEnd()) } };
}

/** A text as it was written, paragraph by paragraph. */
export function plain(written: string): Node[] {
  const { body, signature } = signed(oneKindOfLine(written));
  const paragraphs = body.split(/\n[ \t]*\n/);
  const all = paragraphs.length > MOST_PARAGRAPHS ? [body] : paragraphs;
  const nodes = all.map((one) => one.replace(/^\n+/, '').trimEnd()).filter((one) => one !== '').map((one): Node => ({ tag: 'p', children: running(one) }));
  const pieces = nodes.reduce((sum, one) => sum + (one.children?.length ?? 0), 0);
  if (pieces > MOST_PARAGRAPHS + MOST_LINKS) return [{ tag: 'p', children: [{ text: written }] }];
  return signature ? [...nodes, signature] : nodes;
}
