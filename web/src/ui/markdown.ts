// Reads CommonMark with tables, strikethrough and tasks into elements of a fixed set. Comes when the first text with
// marks is shown. HTML is text here, a picture from elsewhere is a link, and whatever is built of more pieces than a page can bear,
// or deeper, stands as it was written: what it costs to read a text is counted, no matter who wrote it.
import MarkdownIt, { type StateInline, type Token } from 'markdown-it';
import { linkAt } from './linkify';
import { leadsTo, LONGEST, oneKindOfLine, plain, running, signed, target, type Block, type Heading, type Inline, type Node, type Prose } from './prose';

/** Pieces that a text is read into: beginnings and ends of elements, and the text between. */
export const MOST_PIECES = 40_000;
/** Elements in one another, at most; a list in a list is two. */
export const DEEPEST = 32;
class Beyond extends Error {}

const md = new MarkdownIt({ html: false, breaks: true, maxNesting: DEEPEST * 2 });
let names: ReadonlySet<string> = new Set();
/** The name of a file of this message, which a picture may stand for. */
function named(link: string): string | undefined {
  try {
    const name = decodeURI(link);
    return names.has(name) ? name : undefined;
  } catch {
    return undefined; // a percent sign that encodes nothing
  }
}
md.validateLink = (link) => target(link) !== undefined || named(link) !== undefined; // another one stays as it was written
md.normalizeLinkText = (link) => link;

interface Count { pieces?: number }
function count(of: Count): void {
  of.pieces = (of.pieces ?? 0) + 1;
  if (of.pieces > MOST_PIECES) throw new Beyond();
}
md.block.State = class extends md.block.State {
  override push(...piece: Parameters<InstanceType<typeof md.block.State>['push']>): Token {
    count(this.env as Count);
    if (this.level >= DEEPEST) throw new Beyond(); // the parser itself would leave out what is too deep for it
    return super.push(...piece);
  }
};
md.inline.State = class extends md.inline.State {
  override push(...piece: Parameters<InstanceType<typeof md.inline.State>['push']>): Token {
    count(this.env as Count);
    return super.push(...piece);
  }
  override pushPending(): Token {
    count(this.env as Count);
    return super.pushPending();
  }
};

/** A bare link begins where the parser meets the colon; what belongs to it is decided as in plain text. */
function bareLink(state: StateInline, silent: boolean): boolean {
  if (state.linkLevel > 0 || !state.src.startsWith('://', state.pos)) return false;
  const scheme = /(?<![a-z\d])https?$/i.exec(state.src.slice(Math.max(0, state.pos - 6), state.pos))?.[0];
  const link = scheme && linkAt(state.src, state.pos - scheme.length);
  if (!link || (!silent && !state.pending.endsWith(scheme))) return false;
  if (!silent) {
    state.pending = state.pending.slice(0, -scheme.length);
    state.push('link_open', 'a', 1).attrs = [['href', link.href ?? '']];
    state.push('text', '', 0).content = link.text;
    state.push('link_close', 'a', -1);
  }
  state.pos += link.text.length - scheme.length;
  return true;
}
md.inline.ruler.at('linkify', bareLink);

const words = (nodes: Node[] = []): string => nodes.map((node) => node.text ?? words(node.children)).join('');

function withTarget(link: Node): Node {
  const said = words(link.children).trim();
  const href = link.href ?? '';
  if (said === '') return { ...link, children: [{ text: href }] };
  return target(said) === href || said === leadsTo(href) ? link : { ...link, leads: leadsTo(href) };
}

/** Words without their marks. */
const said = (tokens: Token[]): string => tokens.map((one) => (one.type === 'image' ? said(one.children ?? []) : one.type.endsWith('break') ? ' ' : one.content)).join('');

/** A file of the message is shown. One from elsewhere is never loaded: anyone who wants to see it goes there, and is told where that is. */
function picture(token: Token): Node {
  const own = named(String(token.attrGet('src') ?? ''));
  if (own !== undefined) return { tag: 'picture', href: own, text: said(token.children ?? []) };
  const href = target(String(token.attrGet('src') ?? '')) ?? '';
  return { tag: 'a', href, children: [{ text: token.content || href }], ...(token.content && token.content !== href ? { leads: href } : {}) };
}

const TASK = /^\[([ xX]?)\](?:\s+|$)/;
/** An item that begins with a box is a task; the box is not its text. */
function task(item: Node): void {
  const first = item.children?.[0];
  const line = first?.tag === 'p' ? first.children?.[0] : first;
  const box = line?.tag === undefined ? TASK.exec(line?.text ?? '') : null;
  if (!box || !line) return;
  item.done = box[1]?.toLowerCase() === 'x';
  line.text = (line.text ?? '').slice(box[0].length);
}

const INTRODUCES = /(?:wrote|écrit|كتب)\s?:\s*$/i;
function folds(all: Node[]): void {
  all.forEach((node, i) => {
    const before = all[i - 1];
    if (node.tag === 'blockquote' && before?.tag === 'p' && INTRODUCES.test(words(before.children))) node.folded = true;
  });
}

const ALIGNS = { left: 'start', center: 'center', right: 'end' } as const;
/** Puts a flat row of beginnings and ends into one another. */
class Builder {
  readonly root: Node[] = [];
  readonly open: Node[] = [];
  /** The headings, as their author counts, that what comes next stands under. */
  private readonly under: number[] = [];

  constructor(private readonly work: Count) {}

  add(node: Node): void {
    count(this.work);
    const at = this.open.at(-1);
    if (at) (at.children ??= []).push(node);
    else this.root.push(node);
  }

  begin(node: Node): void {
    if (this.open.length >= DEEPEST) throw new Beyond();
    this.open.push(node);
  }

  end(): void {
    const node = this.open.pop() as Node;
    if (node.tag === 'li') task(node);
    this.add(node.tag === 'a' ? withTarget(node) : node);
  }

  /** One under another is one deeper, whatever signs its author took: nobody who hears the page misses one between. */
  private heading(signs: number): Heading {
    while ((this.under.at(-1) ?? 0) >= signs) this.under.pop();
    this.under.push(signs);
    return `h${this.under.length}` as Heading;
  }

  take(token: Token): void {
    if (token.hidden) return; // the paragraph of an item whose list has no blank lines
    if (token.type === 'heading_open') this.begin({ tag: this.heading(Number(token.tag.slice(1))), children: [] });
    else if (token.nesting === 1) this.begin(opened(token));
    else if (token.nesting === -1) this.end();
    else if (token.type === 'inline') for (const one of token.children ?? []) this.take(one);
    else for (const node of leaf(token, this.open.some((one) => one.tag === 'a' || one.tag === 'file'))) this.add(node);
  }
}

function opened(token: Token): Node {
  const own = token.tag === 'a' ? named(String(token.attrGet('href') ?? '')) : undefined;
  if (own !== undefined) return { tag: 'file', href: own };
  const node: Node = { tag: token.tag as Block | Inline };
  const align = /text-align:(left|center|right)/.exec(String(token.attrGet('style') ?? ''))?.[1];
  if (align) node.align = ALIGNS[align as 'left'];
  if (token.tag === 'a') node.href = target(String(token.attrGet('href') ?? '')) ?? '';
  if (token.tag === 'ol') node.start = Number(token.attrGet('start') ?? 1);
  return node;
}

function leaf(token: Token, inLink: boolean): Node[] {
  switch (token.type) {
    case 'code_inline': return [{ tag: 'code', text: token.content }];
    case 'fence': case 'code_block': return [{ tag: 'pre', text: token.content.replace(/\n$/, '') }];
    case 'hr': return [{ tag: 'hr' }];
    case 'image': return inLink ? [{ text: token.content }] : [picture(token)];
    case 'softbreak': case 'hardbreak': return [{ text: '\n' }]; // shown as it stands there: lines run as they were written
    default: return token.content === '' ? [] : inLink ? [{ text: token.content }] : running(token.content);
  }
}

/** A text as its author meant it, with the names of its files, or as it was written where that would be too much. */
export function markdown(text: string, files: readonly string[] = []): Prose {
  names = new Set(files);
  if (text.length > LONGEST) return { nodes: plain(text), beyond: true };
  try {
    const { body, signature } = signed(oneKindOfLine(text));
    const builder = new Builder({});
    for (const token of md.parse(body, {})) builder.take(token);
    folds(builder.root);
    return { nodes: signature ? [...builder.root, signature] : builder.root };
  } catch (error) {
    if (error instanceof Beyond) return { nodes: plain(text), beyond: true };
    throw error;
  }
}
