// What was copied from a document, a letter or a page, written with the marks that are shown here: links, emphasis,
// headings, lists, tasks, quotes, code and tables. Whatever else it had is left behind, but no word of it.
import { DEEPEST_ELEMENT, hypertext, said, type Element, type Page, type Styles } from './hypertext';
import { line, oneLine, written, type Run } from './runs';
import { target } from './prose';

interface State {
  bold?: boolean;
  italic?: boolean;
  struck?: boolean;
  code?: boolean;
  href?: string;
  /** its lines are lines */
  lines?: boolean;
  /** it is a heading, where bold says nothing */
  head?: boolean;
  /** lists it is in */
  depth: number;
}
interface Item {
  level: number;
  ordered: boolean;
  start?: number;
  done?: boolean;
  text: string;
}
interface Block {
  text: string;
  /** it is one line of many, with no room between them */
  tight: boolean;
  /** but for a blank line that was meant */
  apart?: boolean;
  list?: boolean;
}

const BLOCK = new Set('address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form header li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul hr h1 h2 h3 h4 h5 h6'.split(' '));
const UNSEEN = new Set(['clipboard-copy', 'button', 'option', 'math-annotation', 'annotation', 'annotation-xml', 'rp', 'meta', 'link']);
const CODE = new Set(['code', 'kbd', 'samp', 'tt']);
/** Longer cells are text that was laid out, and no table. */
const LONGEST_CELL = 1_500;
const MOST_COLUMNS = 40;
const EMPHASIS: Record<string, Partial<State>> = { b: { bold: true }, strong: { bold: true }, em: { italic: true }, i: { italic: true }, cite: { italic: true }, dfn: { italic: true }, var: { italic: true }, s: { struck: true }, strike: { struck: true }, del: { struck: true } };

const kids = (of: Element): Element[] => of.children.filter((one): one is Element => typeof one !== 'string');
const has = (of: Element, name: RegExp): boolean => name.test(of.attributes.class ?? '');

/** Every word of it, as it stands. */
function words(of: Element | string, lines = false): string {
  if (typeof of === 'string') return of;
  if (of.tag === 'br') return '\n';
  const inside = of.children.map((one) => words(one, lines)).join('');
  return lines && (of.tag === 'div' || of.tag === 'p' || of.tag === 'tr') && inside !== '' ? `${inside.replace(/\n$/, '')}\n` : inside;
}

function all(of: Element, wanted: (one: Element) => boolean): Element[] {
  return kids(of).flatMap((one) => [...(wanted(one) ? [one] : []), ...all(one, wanted)]);
}

/** Where a link leads; a service that counts those who follow it is left out. */
export function leads(href: string): string | undefined {
  const to = target(href.trim());
  if (!to?.startsWith('http')) return to;
  const url = new URL(to);
  const counted = /(?:^|\.)safelinks\.protection\.outlook\.com$/.test(url.hostname) ? url.searchParams.get('url') : /^www\.google\.[a-z.]+$/.test(url.hostname) && url.pathname === '/url' ? (url.searchParams.get('q') ?? url.searchParams.get('url')) : null;
  return (counted && target(counted)) || to;
}

const ROMAN = /^[ivxlc]+$/i;
/** The sign before an item, as a word processor writes it: whether it counts, and from what. */
function signOf(sign: string): { ordered: boolean; start?: number } {
  const found = /^\(?(\d{1,9}|[a-z]{1,5}|[\u0621-\u064a]{1,2})[.)\-]$/iu.exec(sign.trim());
  const number = Number(found?.[1]);
  return { ordered: found !== null && found?.[1] !== undefined && (number >= 0 || found[1].length === 1 || ROMAN.test(found[1]) || found[1].length === 2), ...(number > 1 ? { start: number } : {}) };
}

class Flow {
  readonly blocks: Block[] = [];
  /** Something of it is more than plain text. */
  rich = false;
  private runs: Run[] = [];
  private items: Item[] = [];
  private tight = true;
  private gap = false;

  constructor(private readonly page: Page) {}

  /** All of it, block under block. */
  text(inItem = false): string {
    this.flush();
    this.list();
    const room = (before: Block | undefined, block: Block): string => (!before ? '' : (block.tight && before.tight && !block.apart) || (inItem && block.list && !before.list) ? '\n' : '\n\n');
    return this.blocks.reduce((sum, block, i) => sum + room(this.blocks[i - 1], block) + block.text, '');
  }

  private styles(of: Element): Styles {
    const found: Styles = Object.create(null) as Styles;
    for (const name of (of.attributes.class ?? '').split(/\s+/, 8)) Object.assign(found, this.page.sheet.get(name));
    return said(of.attributes.style ?? '', found);
  }

  private inside(of: Element, styles: Styles, state: State): State {
    const next: State = { ...state, ...EMPHASIS[of.tag], ...(CODE.has(of.tag) ? { code: true } : {}) };
    const weight = styles['font-weight'];
    if (weight) next.bold = weight.startsWith('bold') || Number(weight) >= 600;
    const slant = styles['font-style'];
    if (slant) next.italic = slant === 'italic' || slant.startsWith('oblique');
    if (/line-through/.test(`${styles['text-decoration']} ${styles['text-decoration-line']}`)) next.struck = true;
    if (styles['white-space']) next.lines = /^(pre|break-spaces)/.test(styles['white-space']);
    if (of.tag === 'a' && of.attributes.href) next.href = leads(of.attributes.href) ?? state.href;
    return next;
  }

  walk(of: Element, state: State): void {
    for (const child of of.children) {
      if (typeof child === 'string') this.say(child, state);
      else this.element(child, state);
    }
  }

  private say(text: string, state: State): void {
    const shown = state.lines ? text.replace(/\r\n?/g, '\n').replace(/[ \t]+/g, ' ') : text.replace(/[ \t\r\n\f]+/g, ' ');
    this.runs.push({ ...state, bold: state.bold && !state.head, text: shown.replace(/[\u200b\ufeff\u00ad]/g, '') });
  }

  private element(of: Element, state: State): void {
    const { tag, attributes } = of;
    const styles = this.styles(of);
    if (UNSEEN.has(tag) || styles.display === 'none' || styles['mso-hide'] === 'all' || 'hidden' in attributes || has(of, /\bmw-editsection\b|\bsr-only\b|\bgmail_chip_thumb\b/)) return;
    if (tag === 'br') return void this.runs.push({ text: '\n' });
    if (tag === 'img') return this.picture(of, state);
    if (styles['mso-list'] === 'ignore') return;
    if (tag === 'input' || attributes['aria-hidden'] === 'true' && words(of).trim() === '') return;
    if (/level\d/.test(styles['mso-list'] ?? '') && BLOCK.has(tag) && tag !== 'li') return this.wordItem(of, styles, state);
    if (tag === 'ul' || tag === 'ol' || tag === 'menu' || tag === 'dir') return this.items_(of, state, 1);
    if (tag === 'li') return this.item(of, state, 1, false);
    if (tag === 'table' || tag === 'tr') return this.table(of, state);
    if (tag === 'pre' || this.isCode(of, styles)) return this.pre(of, attributes);
    if (tag === 'blockquote') return this.quote(of, state);
    if (tag === 'hr') return this.put('---');
    const level = Number(/^h([1-6])$/.exec(tag)?.[1] ?? (attributes.role === 'heading' ? (attributes['aria-level'] ?? 2) : /\bMsoHeading([1-6])\b|\bMsoTitle\b/.exec(attributes.class ?? '')?.[1] ?? (has(of, /\bMsoTitle\b/) ? 1 : 0)));
    if (level >= 1 && level <= 6) return this.heading(of, styles, state, level);
    const next = this.inside(of, styles, state);
    if (!BLOCK.has(tag)) return this.walk(of, next);
    this.paragraph(of, styles, tag === 'dt' ? { ...next, bold: true } : next);
  }

  private paragraph(of: Element, styles: Styles, state: State): void {
    const bare = /^0(?:\.0*)?(?:in|cm|pt|px|em|rem|mm|%)?$/;
    const margin = styles.margin?.split(/\s+/, 4);
    const none = bare.test(styles['margin-bottom'] ?? margin?.[2] ?? margin?.[0] ?? '') && bare.test(styles['margin-top'] ?? margin?.[0] ?? '');
    this.flush();
    this.tight = of.tag === 'div' || (of.tag === 'p' && none);
    this.walk(of, state);
    this.flush();
    this.tight = true;
  }

  /** Ends the paragraph; one without words was meant as a blank line. */
  private flush(): void {
    const { runs } = this;
    this.runs = [];
    const text = written(runs);
    if (text.text === '') {
      if (runs.some((run) => /[\n\u00a0]/.test(run.text))) this.gap = true;
      return;
    }
    this.list();
    if (text.rich) this.rich = true;
    this.blocks.push({ text: text.text, tight: this.tight, apart: this.gap });
    this.gap = false;
  }

  private put(text: string): void {
    this.flush();
    this.list();
    this.rich = true;
    this.gap = false;
    this.blocks.push({ text, tight: false });
  }

  private of(of: Element, state: State): Flow {
    const flow = new Flow(this.page);
    flow.walk(of, { depth: state.depth, lines: state.lines });
    return flow;
  }

  private heading(of: Element, styles: Styles, state: State, level: number): void {
    this.flush();
    const flow = new Flow(this.page);
    flow.walk(of, { ...this.inside(of, styles, state), head: true });
    const text = oneLine(flow.text());
    if (text !== '') this.put(`${'#'.repeat(level)} ${text}`);
  }

  private quote(of: Element, state: State): void {
    const text = this.of(of, state).text();
    if (text !== '') this.put(text.split('\n').map((one) => `> ${one}`.trimEnd()).join('\n'));
  }

  /** Lines that an editor of programs coloured. */
  private isCode(of: Element, styles: Styles): boolean {
    return of.tag === 'div' && (styles['white-space'] ?? '').startsWith('pre') && /monospace|consolas|courier|menlo|monaco/.test(styles['font-family'] ?? '');
  }

  private pre(of: Element, attributes: Record<string, string>): void {
    const text = words(of, true).replace(/\r\n?/g, '\n').replace(/\u00a0/g, ' ').replace(/^\n/, '').trimEnd();
    if (text === '') return;
    const inner = all(of, (one) => one.tag === 'code')[0]?.attributes.class ?? '';
    const language = /(?:language|lang|highlight-source|brush)[-:]\s?([\w+#-]{1,20})/.exec(`${attributes.class ?? ''} ${inner}`)?.[1] ?? '';
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((found) => found[0].length));
    this.put(`${'`'.repeat(longest + 1)}${language}\n${text}\n${'`'.repeat(longest + 1)}`);
  }

  /** What a picture says of itself; it is fetched by nobody. */
  private picture(of: Element, state: State): void {
    const alt = (of.attributes.alt || of.attributes['data-emoji'] || '').trim();
    if (alt === '' || alt.startsWith('data:') || of.attributes['aria-roledescription'] === 'checkbox') return;
    const sign = !/[\p{L}\d]/u.test(alt) || /^:[\w+-]+:$/.test(alt) || has(of, /emoji|emote/i);
    const href = state.href ?? (sign ? undefined : leads(of.attributes.src ?? ''));
    this.runs.push({ ...state, href, text: alt });
  }

  private items_(of: Element, state: State, level: number): void {
    this.flush();
    const ordered = of.tag === 'ol';
    let start = Number(of.attributes.start ?? 1);
    for (const child of of.children) {
      if (typeof child === 'string') {
        if (child.trim() !== '') this.say(child, state);
      } else if (child.tag === 'ul' || child.tag === 'ol') this.items_(child, state, level + 1);
      else if (child.tag === 'li' || BLOCK.has(child.tag)) {
        this.item(child, state, level, ordered, start);
        start = 1;
      } else this.element(child, state);
    }
  }

  private item(of: Element, state: State, level: number, ordered: boolean, start = 1): void {
    const { attributes } = of;
    this.flush();
    const inner = this.of(of, { ...state, depth: state.depth + 1 });
    const text = inner.text(true);
    const stated = Number(attributes['aria-level'] ?? attributes['data-aria-level'] ?? 0) - state.depth;
    const done = ticked(of);
    if (text === '' && done === undefined) return;
    this.items.push({ level: Math.max(level, Math.min(stated, 9)), ordered, ...(start > 1 ? { start } : {}), done, text });
  }

  private wordItem(of: Element, styles: Styles, state: State): void {
    this.flush();
    const sign = signOf(words(all(of, (one) => this.styles(one)['mso-list'] === 'ignore')[0] ?? ''));
    const text = this.of(of, { ...state, depth: state.depth + 1 }).text(true);
    const level = Number(/level(\d)/.exec(styles['mso-list'] ?? '')?.[1] ?? 1);
    if (text !== '') this.items.push({ level, ...sign, text });
  }

  /** The items so far, as one list. */
  private list(): void {
    const { items } = this;
    this.items = [];
    if (items.length === 0) return;
    this.rich = true;
    const lines: string[] = [];
    const widths: number[] = [];
    const counts: { n: number; ordered: boolean }[] = [];
    const least = Math.min(...items.map((one) => one.level));
    for (const { level, ordered, start, done, text } of items) {
      const at = Math.min(level - least, widths.length);
      counts.length = Math.min(counts.length, at + 1);
      const before = counts[at];
      const n = before?.ordered === ordered ? before.n + 1 : (start ?? 1);
      counts[at] = { n, ordered };
      const mark = ordered ? `${n}. ` : '- ';
      const room = ' '.repeat(widths.slice(0, at).reduce((sum, one) => sum + one, 0));
      widths.length = at;
      widths.push(mark.length);
      const box = done === undefined ? '' : done ? '[x] ' : '[ ] ';
      const [first = '', ...more] = text.split('\n');
      lines.push(`${room}${mark}${box}${first}`, ...more.map((one) => (one === '' ? '' : `${room}${' '.repeat(mark.length)}${one}`)));
    }
    this.blocks.push({ text: lines.join('\n'), tight: false, list: true });
    this.gap = false;
  }

  private table(of: Element, state: State): void {
    const caption = all(of, (one) => one.tag === 'caption')[0];
    const rows = of.tag === 'tr' ? [of] : all(of, (one) => one.tag === 'tr');
    const cells = rows.map((row) => kids(row).filter((one) => one.tag === 'td' || one.tag === 'th'));
    const width = Math.max(0, ...cells.map((row) => row.reduce((sum, one) => sum + span(one), 0)));
    if (!this.isTable(of, cells, width)) return this.laidOut(of, state);
    this.flush();
    if (caption) this.paragraph(caption, {}, state);
    const body = cells.map((row) => row.flatMap((one) => [this.cell(one, state, row === cells[0]), ...Array<string>(span(one) - 1).fill('')]));
    const filled = body.filter((row) => row.some((one) => one !== ''));
    const [head, ...rest] = filled;
    if (!head) return;
    const aligned = (cells[0] ?? []).flatMap((one) => [this.sideOf(one), ...Array<string>(span(one) - 1).fill('---')]);
    const row = (of_: string[]): string => `| ${Array.from({ length: width }, (_, i) => of_[i] ?? '').join(' | ')} |`;
    this.put([row(head), `| ${Array.from({ length: width }, (_, i) => aligned[i] ?? '---').join(' | ')} |`, ...rest.map(row)].join('\n'));
  }

  private sideOf(cell: Element): string {
    const side = this.styles(cell)['text-align'] ?? cell.attributes.align?.toLowerCase();
    return side === 'center' ? ':-:' : '---';
  }

  private isTable(of: Element, cells: Element[][], width: number): boolean {
    const role = of.attributes.role;
    if (width < 2 || width > MOST_COLUMNS || role === 'presentation' || role === 'none') return false;
    if (all(of, (one) => ['table', 'pre', 'blockquote', 'hr'].includes(one.tag) || (/^h[1-6]$/.test(one.tag) && cells.length < 2)).length > 0) return false;
    if (cells.flat().some((one) => words(one).length > LONGEST_CELL || all(one, (in_) => in_.tag === 'li').length > 8)) return false;
    // a row by itself is how a letter puts things side by side, unless a spreadsheet says otherwise
    return cells.length > 1 || this.page.sheet.has('xl65') || 'data-sheets-root' in of.attributes || all(of, (one) => one.tag === 'th').length > 0 || has(of, /\bMsoTableGrid\b/);
  }

  private cell(of: Element, state: State, head: boolean): string {
    const flow = new Flow(this.page);
    flow.walk(of, { ...this.inside(of, this.styles(of), { depth: state.depth }), head });
    return line(flow.text());
  }

  /** A table that only says what stands beside what: its cells are read one after another. */
  private laidOut(of: Element, state: State): void {
    this.flush();
    for (const one of of.tag === 'td' || of.tag === 'th' ? [of] : kids(of)) {
      if (one.tag === 'td' || one.tag === 'th') this.paragraph(one, {}, this.inside(one, this.styles(one), state));
      else if (one.tag === 'table') this.table(one, state);
      else if (['tr', 'tbody', 'thead', 'tfoot'].includes(one.tag)) this.laidOut(one, state);
      else this.element(one, state);
    }
    this.flush();
  }
}

const span = (cell: Element): number => Math.max(1, Math.min(MOST_COLUMNS, Math.trunc(Number(cell.attributes.colspan ?? 1)) || 1));

/** Whether an item has a box before it, and whether that is ticked. */
function ticked(of: Element): boolean | undefined {
  const { attributes } = of;
  if (attributes.role === 'checkbox') return attributes['aria-checked'] === 'true';
  if (attributes['data-checked'] !== undefined) return attributes['data-checked'] === 'true';
  const own = (from: Element): Element[] => kids(from).flatMap((one) => (one.tag === 'ul' || one.tag === 'ol' ? [] : [one, ...own(one)]));
  const box = own(of).find((one) => (one.tag === 'input' && one.attributes.type === 'checkbox') || has(one, /\bcheckbox-o(?:n|ff)\b/) || one.attributes.role === 'checkbox');
  if (!box) return undefined;
  return box.tag === 'input' ? 'checked' in box.attributes : box.attributes.role === 'checkbox' ? box.attributes['aria-checked'] === 'true' : has(box, /\bcheckbox-on\b/);
}

const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
/** What a page adds to its text without showing it, and a list its numbers, may be missing; no more. */
const KEPT_SHARE = 0.9;

/**
 * The text with marks, or nothing where it is plain, or where it cannot be read whole: then what was copied as plain
 * text is put in. Throws where it is too much.
 */
export function pasted(html: string, plain: string): string | undefined {
  const page = hypertext(html);
  const flow = new Flow(page);
  flow.walk(page.body, { depth: 0 });
  const text = flow.text();
  const [kept, had] = [letters(text), letters(plain)];
  return flow.rich && text !== '' && kept >= had * KEPT_SHARE ? text : undefined;
}

/** Elements in one another that are read at all. */
export const DEEPEST = DEEPEST_ELEMENT;
