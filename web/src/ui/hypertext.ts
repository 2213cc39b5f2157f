// Reads HTML from a clipboard into elements and text: a tree of plain objects, none of which a browser draws, runs or
// fetches. One pass; what it may hold is counted. It need not agree with a browser on broken pages, only lose no words.
export interface Element {
  tag: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}
export interface Page {
  body: Element;
  /** What style sheets say of a class: `p.note` and `.note` both as `note`. */
  sheet: Map<string, Styles>;
}
export type Styles = Record<string, string>;

/** In characters; a memo of 100,000 letters with the styles of a word processor has half of it. */
export const LONGEST_HTML = 2_000_000;
/** Of the text alone: three times what a field holds. */
export const LONGEST_TEXT = 300_000;
/** Elements, and the pieces of text between them. */
export const MOST_PIECES = 60_000;
export const DEEPEST_ELEMENT = 100;
const MOST_RULES = 2_000;
const LONGEST_SHEET = 300_000;

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
/** Whose content is no text of the page. */
const RAW = new Set(['script', 'style', 'title', 'textarea', 'noscript', 'template', 'xml', 'svg', 'iframe', 'object', 'select', 'noframes', 'video', 'audio', 'canvas']);
/** What begins ends what is open and cannot hold it; an element of the second kind bounds how far that reaches. */
const ENDS: Record<string, [string[], string[]]> = {
  li: [['li'], ['ul', 'ol', 'menu']], dt: [['dt', 'dd'], ['dl']], dd: [['dt', 'dd'], ['dl']],
  td: [['td', 'th'], ['tr', 'table']], th: [['td', 'th'], ['tr', 'table']], tr: [['tr'], ['table']],
  tbody: [['tbody', 'thead', 'tfoot'], ['table']], thead: [['tbody', 'thead', 'tfoot'], ['table']], tfoot: [['tbody', 'thead', 'tfoot'], ['table']],
};
const BLOCKS = new Set('address article aside blockquote center details dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section summary table ul'.split(' '));
/** Beyond these an end looks for no beginning. */
const WALLS = new Set(['td', 'th', 'table', 'body']);

const LATIN = 'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const NAMED = new Map<string, string>([
  ...LATIN.split(' ').map((name, i): [string, string] => [name, String.fromCharCode(160 + i)]),
  ...Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', bull: '•', hellip: '…', euro: '€', trade: '™', oelig: 'œ', OElig: 'Œ', ensp: ' ', emsp: ' ', thinsp: ' ', zwnj: '\u200c', zwj: '\u200d', lrm: '\u200e', rlm: '\u200f', larr: '←', rarr: '→', minus: '−', lsaquo: '‹', rsaquo: '›', dagger: '†', check: '✓' }),
]);

/** The letters that `&…;` stands for; what stands for none stays as it is. */
export function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d{0,2}));?/gi, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const code = decimal ? Number(decimal) : parseInt(hex ?? '', 16);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

/** What tells how a text is meant; the rest of a style says how it looks. */
const MEANT = new Set(['display', 'mso-hide', 'mso-list', 'font-weight', 'font-style', 'font-family', 'text-decoration', 'text-decoration-line', 'text-align', 'white-space', 'margin', 'margin-top', 'margin-bottom']);
/** Adds what a style says of these; what comes later counts. */
export function said(style: string, found: Styles): Styles {
  for (const one of style.split(';')) {
    const colon = one.indexOf(':');
    const name = colon > 0 ? one.slice(0, colon).trim().toLowerCase() : '';
    if (MEANT.has(name)) found[name] = one.slice(colon + 1).trim().toLowerCase();
  }
  return found;
}

/** A page that is too long or has too many elements. */
export class TooMuch extends Error {}

class Reader {
  private readonly low: string;
  private readonly sheet = new Map<string, Styles>();
  private readonly body: Element = { tag: 'body', attributes: {}, children: [] };
  private readonly open: Element[] = [this.body];
  private pieces = 0;
  private letters = 0;
  /** Elements that began where no more may be in one another. */
  private beyond = 0;
  private at = 0;

  constructor(private readonly html: string) {
    this.low = html.toLowerCase();
    // a letter that is longer in small would move what comes after it
    if (this.low.length !== html.length) this.low = html.replace(/[A-Z]+/g, (some) => some.toLowerCase());
  }

  read(): Page {
    while (this.at < this.html.length) {
      const next = this.html.indexOf('<', this.at);
      const end = next < 0 ? this.html.length : next;
      if (end > this.at) this.text(this.html.slice(this.at, end));
      this.at = end;
      if (next >= 0) this.markup();
    }
    return { body: this.body, sheet: this.sheet };
  }

  private text(raw: string): void {
    this.letters += raw.length;
    if (++this.pieces > MOST_PIECES || this.letters > LONGEST_TEXT) throw new TooMuch();
    (this.open.at(-1) as Element).children.push(decoded(raw));
  }

  private past(sign: string): void {
    const found = this.html.indexOf(sign, this.at);
    this.at = found < 0 ? this.html.length : found + sign.length;
  }

  private markup(): void {
    const after = this.html[this.at + 1] ?? '';
    if (this.html.startsWith('<!--', this.at)) this.past('-->');
    else if (after === '!' || after === '?') this.past('>');
    else if (/[a-z]/i.test(after)) this.begins();
    else if (after === '/' && /[a-z]/i.test(this.html[this.at + 2] ?? '')) this.ends();
    else {
      this.text('<');
      this.at++;
    }
  }

  /** The name of an element; what is not of HTML (`o:p`) keeps its colon. */
  private name(): string {
    const from = this.at;
    while (this.at < this.low.length && /[a-z\d:_-]/.test(this.low[this.at] as string)) this.at++;
    return this.low.slice(from, this.at);
  }

  private begins(): void {
    this.at++;
    const tag = this.name();
    const attributes = this.attributes();
    if (tag === 'style') this.styles(this.rawUntil(tag));
    else if (RAW.has(tag)) this.rawUntil(tag);
    else if (tag !== 'html' && tag !== 'head' && tag !== 'body') this.push(tag, attributes);
  }

  private push(tag: string, attributes: Record<string, string>): void {
    if (++this.pieces > MOST_PIECES) throw new TooMuch();
    this.close(tag);
    const element: Element = { tag, attributes, children: [] };
    const parent = this.open.at(-1) as Element;
    const bare = VOID.has(tag);
    if (!bare && this.open.length >= DEEPEST_ELEMENT) return void this.beyond++;
    parent.children.push(element);
    if (!bare) this.open.push(element);
  }

  /** Ends what cannot hold an element of this kind. */
  private close(tag: string): void {
    const rule = ENDS[tag];
    if (rule) {
      for (let i = this.open.length - 1; i > 0; i--) {
        const one = (this.open[i] as Element).tag;
        if (rule[1].includes(one)) return;
        if (rule[0].includes(one)) return void (this.open.length = i);
      }
    } else if (BLOCKS.has(tag) && this.open.at(-1)?.tag === 'p') this.open.pop();
  }

  private ends(): void {
    this.at += 2;
    const tag = this.name();
    this.past('>');
    if (this.beyond > 0) return void this.beyond--;
    for (let i = this.open.length - 1; i > 0; i--) {
      const one = (this.open[i] as Element).tag;
      if (one === tag) return void (this.open.length = i);
      if (WALLS.has(one) && !['table', 'tr', 'tbody', 'thead', 'tfoot', 'td', 'th'].includes(tag)) return;
    }
  }

  private rawUntil(tag: string): string {
    const from = this.at;
    const found = this.low.indexOf(`</${tag}`, from);
    this.at = found < 0 ? this.html.length : found;
    const raw = this.html.slice(from, this.at);
    if (found >= 0) this.past('>');
    return raw;
  }

  private attributes(): Record<string, string> {
    const all: Record<string, string> = Object.create(null) as Record<string, string>;
    const { html } = this;
    for (;;) {
      while (this.at < html.length && /[\s/]/.test(html[this.at] as string)) this.at++;
      if (this.at >= html.length) return all;
      if (html[this.at] === '>') {
        this.at++;
        return all;
      }
      const from = this.at++;
      while (this.at < html.length && !/[\s=>/]/.test(html[this.at] as string)) this.at++;
      all[this.low.slice(from, this.at)] = this.value();
    }
  }

  private value(): string {
    const { html } = this;
    let at = this.at;
    while (at < html.length && /\s/.test(html[at] as string)) at++;
    if (html[at] !== '=') return '';
    at++;
    while (at < html.length && /\s/.test(html[at] as string)) at++;
    const sign = html[at] as string;
    if (sign === '"' || sign === "'") {
      const end = html.indexOf(sign, at + 1);
      this.at = end < 0 ? html.length : end + 1;
      return decoded(html.slice(at + 1, end < 0 ? html.length : end));
    }
    const from = at;
    while (at < html.length && !/[\s>]/.test(html[at] as string)) at++;
    this.at = at;
    return decoded(html.slice(from, at));
  }

  private styles(css: string): void {
    for (const rule of css.slice(0, LONGEST_SHEET).split('}')) {
      const brace = rule.indexOf('{');
      if (brace < 0 || this.sheet.size >= MOST_RULES) continue;
      const styles = said(rule.slice(brace + 1), {}); // once, however many elements have it
      for (const selector of rule.slice(0, brace).split(',')) {
        const name = /^\s*(?:<!--\s*)?[a-z\d]*\.([\w-]{1,80})\s*$/i.exec(selector)?.[1];
        if (name) this.sheet.set(name, { ...this.sheet.get(name), ...styles });
      }
    }
  }
}

/** Throws {@link TooMuch} above the bounds. */
export function hypertext(html: string): Page {
  if (html.length > LONGEST_HTML) throw new TooMuch();
  return new Reader(html).read();
}
