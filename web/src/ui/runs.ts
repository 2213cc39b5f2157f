// Running text with emphasis and links, written with its marks so that it is read as it was meant: marks close to
// their words, and what only looks like a mark made none.
import { linkify } from './linkify';

export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  struck?: boolean;
  code?: boolean;
  href?: string;
}
export interface Written {
  text: string;
  /** it has marks */
  rich: boolean;
}

const WORD = /[\p{L}\p{N}]/u;
const SIGN = { bold: '**', struck: '~~', italic: '*' } as const;
type Kind = keyof typeof SIGN;
const KINDS: Kind[] = ['bold', 'struck', 'italic'];

/** Puts a backslash before signs that would be read as marks; addresses stay as they are. */
export function escaped(text: string): string {
  return linkify(text).map((part) => (part.href ? part.text : one(part.text))).join('');
}
function one(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/`/g, '\\`')
    .replace(/\*(?=\S)|(?<=\S)\*/g, '\\*')
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}_])/gu, '\\_')
    .replace(/~~/g, '\\~~')
    .replace(/\[(?=[^[\]\n]{0,200}\][([:])/g, '\\[')
    .replace(/&(?=#?[a-z\d]{2,31};)/gi, '\\&');
}

/** The same on the beginnings of lines. */
const lines = (text: string): string => text.replace(/^[ \t]*(#{1,6}(?=[ \t]|$)|(?:-{3,}|={2,}|~{3,})[ \t]*$)/gm, '\\$1').replace(/^[ \t]+|[ \t]+$/gm, '');

function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((found) => found[0].length));
  const fence = '`'.repeat(longest + 1);
  const room = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${room}${text}${room}${fence}`;
}

/** Neighbours of one kind, together. */
function groups<T>(all: T[], same: (a: T, b: T) => boolean): T[][] {
  const found: T[][] = [];
  for (const item of all) {
    const last = found.at(-1);
    if (last && same(last[0] as T, item)) last.push(item);
    else found.push([item]);
  }
  return found;
}

/** The blanks before, what stands between, and the blanks behind. */
function edges(text: string): [string, string, string] {
  const middle = text.trim();
  const from = middle === '' ? text.length : text.length - text.trimStart().length;
  return [text.slice(0, from), middle, text.slice(from + middle.length)];
}

class Writer {
  rich = false;

  /** Blanks stay outside of marks, and so does a sign of punctuation that a word follows. */
  private around(sign: string, text: string, next: string, before: string): string {
    const [lead, middle, trail] = edges(text);
    if (middle === '') return text;
    let [from, to] = [0, middle.length];
    const closes = middle.includes('](') ? /[*_~`)\]]/ : /[*_~`]/;
    if (trail === '' && WORD.test(next[0] ?? '')) while (to > from && !WORD.test(middle[to - 1] as string) && !closes.test(middle[to - 1] as string)) to--;
    if (lead === '' && WORD.test(before.at(-1) ?? '')) while (from < to && !WORD.test(middle[from] as string) && !/[*_~`[\\]/.test(middle[from] as string)) from++;
    if (from === to) return text;
    this.rich = true;
    return `${lead}${middle.slice(0, from)}${sign}${middle.slice(from, to)}${sign}${middle.slice(to)}${trail}`;
  }

  write(runs: Run[], kinds: Kind[], next = '', start = ''): string {
    const [kind, ...rest] = kinds;
    if (kind === undefined) return this.linked(runs);
    const all = groups(runs, (a, b) => !a[kind] === !b[kind]);
    let text = start;
    all.forEach((group, i) => {
      const after = all[i + 1]?.[0]?.text ?? next;
      const inside = this.write(group, rest, after, '');
      if (!group[0]?.[kind] || inside.includes('\n\n')) text += inside;
      else text += inside.split('\n').map((row, n, rows) => this.around(this.sign(kind, text, all[i + 1]?.[0]), row, n < rows.length - 1 ? '' : after, n > 0 ? '' : text)).join('\n');
    });
    return text.slice(start.length);
  }

  private sign(kind: Kind, before: string, next?: Run): string {
    return kind === 'italic' && (before.endsWith('*') || next?.bold) ? '_' : SIGN[kind];
  }

  private linked(runs: Run[]): string {
    return groups(runs, (a, b) => a.href === b.href).map((group) => this.link(group, group[0]?.href)).join('');
  }

  private link(runs: Run[], href: string | undefined): string {
    const inside = groups(runs, (a, b) => !a.code === !b.code).map((group) => this.plain(group, href !== undefined)).join('');
    const said = oneLine(inside);
    if (href === undefined || said.trim() === '') return inside;
    this.rich = true;
    const bare = runs.map((run) => run.text).join('').trim();
    const [lead, middle, trail] = edges(said);
    if (bare === href || `${bare}/` === href || `mailto:${bare}` === href) return `${lead}${bare}${trail}`;
    return `${lead}[${middle}](${/[()\s]/.test(href) ? `<${href}>` : href})${trail}`;
  }

  private plain(runs: Run[], linked: boolean): string {
    const text = runs.map((run) => run.text).join('');
    if (runs[0]?.code && text.trim() !== '') {
      this.rich = true;
      const [lead, middle, trail] = edges(text);
      return lead + code(middle.replace(/\s+/g, ' ')) + trail;
    }
    const safe = escaped(text);
    return linked ? safe.replace(/(?<!\\)[[\]]/g, '\\$&') : safe;
  }
}

/** A paragraph in one piece, without blanks around it. */
export function written(runs: Run[]): Written {
  const joined = groups(spaced(runs), (a, b) => KINDS.every((kind) => !a[kind] === !b[kind]) && !a.code === !b.code && a.href === b.href).map((group): Run => ({ ...group[0], text: group.map((run) => run.text).join('') }));
  const writer = new Writer();
  const text = lines(writer.write(joined, KINDS)).replace(/\n{3,}/g, '\n\n').trim();
  return { text, rich: writer.rich };
}

/** One blank between words, whichever element it was in; a blank that does not break stays between words. */
function spaced(runs: Run[]): Run[] {
  let last = '\n';
  return runs.map((run) => {
    let text = '';
    for (const letter of run.text.replace(/[ \u00a0]{2,}/g, ' ')) {
      const blank = letter === ' ' || letter === '\u00a0';
      if (blank && /[\s\u00a0]/.test(last)) continue;
      text += letter;
      last = letter;
    }
    return { ...run, text: text.replace(/\u00a0(?=\n|$)/g, ' ') };
  }).filter((run) => run.text !== '');
}

/** Of more than one line, one: without the blanks around their ends, in steps that its length bounds. */
export function oneLine(text: string): string {
  const rows = text.split('\n');
  const last = rows.length - 1;
  if (last === 0) return text;
  const bare = rows.map((row, i) => (i === 0 ? row.trimEnd() : i === last ? row.trimStart() : row.trim()));
  return bare.filter((row, i) => row !== '' || i === 0 || i === last).join(' ');
}
/** The same, and no end of a cell in it. */
export const line = (text: string): string => oneLine(text).replace(/(?<!\\)\|/g, '\\|');
