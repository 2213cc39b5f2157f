// What a key or a button does to the marks around what is chosen in a text: lines of a list, a quotation, code, a link,
// a table. Each says what is put in where, so that a field can undo it as it undoes what was typed.
import { around, type Chosen } from './marking';

/** `put` stands where `start` to `end` was; afterwards `from` to `to` is chosen. */
export interface Change {
  start: number;
  end: number;
  put: string;
  from: number;
  to: number;
}
export type LineKind = 'list' | 'numbers' | 'tasks' | 'quote';

const ITEM = /^([ \t]*)(?:([-*+])|(\d{1,9})([.)]))[ \t]+(?:\[([ xX])\][ \t]+)?/;
const HEADS: Record<LineKind, RegExp> = { list: /^[ \t]*[-*+][ \t]+(?!\[[ xX]\][ \t])/, numbers: /^[ \t]*\d{1,9}[.)][ \t]+/, tasks: /^[ \t]*[-*+][ \t]+\[[ xX]\][ \t]+/, quote: /^> ?/ };
const ANY = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/;
/** Blanks by which Tab moves an item, and the most it moves by. */
const STEP = 2;
const MOST_STEPS = 6;

const begins = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
const ends = (text: string, at: number): number => (text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at));
export const lineAt = (text: string, at: number): string => text.slice(begins(text, at), ends(text, at));

/** Whether this place is inside of fenced code, where marks are letters. */
export function inCode(text: string, at: number): boolean {
  let fence = '';
  for (const [found] of text.slice(0, begins(text, at)).matchAll(/^[ \t]*(?:`{3,}|~{3,})/gm)) {
    const sign = found.trim();
    if (fence === '') fence = sign;
    else if (sign.startsWith(fence)) fence = '';
  }
  return fence !== '';
}

/** The lines that are chosen become items, or plain lines again where all of them were. */
export function asLines({ text, from, to }: Chosen, kind: LineKind): Change {
  const start = begins(text, from);
  const end = ends(text, to > from && text[to - 1] === '\n' ? to - 1 : to);
  const rows = text.slice(start, end).split('\n');
  const full = rows.length === 1 ? rows : rows.filter((row) => row.trim() !== '');
  const off = full.every((row) => HEADS[kind].test(row));
  let n = 0;
  const done = rows.map((row) => {
    if (off) return row.replace(HEADS[kind], '');
    if (rows.length > 1 && row.trim() === '' && kind !== 'quote') return row;
    n++;
    return kind === 'quote' ? `> ${row}` : `${kind === 'numbers' ? `${n}.` : kind === 'tasks' ? '- [ ]' : '-'} ${row.replace(ANY, '')}`;
  });
  // a list or a quotation begins after a blank line where text stands before it
  const before = start === 0 ? '' : lineAt(text, start - 1);
  const apart = !off && before.trim() !== '' && !ITEM.test(before) && !before.startsWith('>') ? '\n' : '';
  const put = apart + done.join('\n');
  const at = start + put.length;
  return { start, end, put, from: from === to ? at : start + apart.length, to: at };
}

/** Enter in an item begins the next one; in an empty item it ends the list. Nothing elsewhere. */
export function continued({ text, from, to }: Chosen): Change | undefined {
  const row = lineAt(text, from);
  const start = begins(text, from);
  const quote = /^(?:> ?)+/.exec(row)?.[0];
  const item = ITEM.exec(row);
  const head = item?.[0] ?? quote;
  if (head === undefined || from - start < head.length || inCode(text, from)) return undefined;
  if (row.trim() === head.trim()) return { start, end: Math.max(to, start + row.length), put: '', from: start, to: start };
  const [, blanks = '', sign, number, dot, box] = item ?? [];
  const next = item ? `${blanks}${sign ?? `${Number(number) + 1}${dot}`} ${box === undefined ? '' : '[ ] '}` : (quote ?? '');
  const put = `\n${next}`;
  return { start: from, end: to, put, from: from + put.length, to: from + put.length };
}

/** Tab in an item moves it under the one above it, and back with Shift. Nothing where that cannot be: then Tab goes on. */
export function indented({ text, from, to }: Chosen, out: boolean): Change | undefined {
  const [start, end] = [begins(text, from), ends(text, to)];
  const rows = text.slice(start, end).split('\n');
  if (!rows.every((row) => ITEM.test(row) || row.trim() === '') || !ITEM.test(rows[0] ?? '') || inCode(text, from)) return undefined;
  const blanks = (row: string): number => /^[ \t]*/.exec(row)?.[0].length ?? 0;
  const first = rows[0] as string;
  const above = start === 0 ? '' : lineAt(text, start - 1);
  if (out ? blanks(first) === 0 : !ITEM.test(above) || blanks(first) > blanks(above) || blanks(first) >= STEP * MOST_STEPS) return undefined;
  const width = /^\s*\d/.test(out ? first : above) ? STEP + 1 : STEP;
  const done = rows.map((row) => (row.trim() === '' ? row : out ? row.replace(new RegExp(`^[ \\t]{1,${width}}`), '') : ' '.repeat(width) + row));
  const moved = (done[0] as string).length - first.length;
  const put = done.join('\n');
  return { start, end, put, from: Math.max(start, from + moved), to: Math.max(start, to + put.length - (end - start)) };
}

/** One line becomes code in it; more become a block of their own. */
export function asCode(chosen: Chosen): Change {
  const { text, from, to } = chosen;
  const inside = text.slice(from, to);
  if (!inside.includes('\n')) return changed(chosen, around(chosen, '`'));
  const fence = '`'.repeat(Math.max(3, ...[...inside.matchAll(/`+/g)].map((found) => found[0].length + 1)));
  const [lead, trail] = [from === 0 || text[from - 1] === '\n' ? '' : '\n', to === text.length || text[to] === '\n' ? '' : '\n'];
  const put = `${lead}${fence}\n${inside.replace(/\n$/, '')}\n${fence}${trail}`;
  return { start: from, end: to, put, from: from + lead.length + fence.length + 1, to: from + put.length - trail.length - fence.length - 1 };
}

const WEB = /^https?:\/\/\S+$/i;
export const isAddress = (text: string): boolean => WEB.test(text.trim());

/** What is chosen becomes the words of a link, or its address; what is missing is chosen next. */
export function asLink({ text, from, to }: Chosen, words: string, address = 'https://'): Change {
  const inside = text.slice(from, to).trim();
  const said = isAddress(inside) || inside === '' ? words : inside.replace(/\n+/g, ' ');
  const href = isAddress(inside) ? inside : address;
  const put = `[${said}](${/[()]/.test(href) ? `<${href}>` : href})`;
  const missing = said === words ? [1, 1 + words.length] : [3 + said.length, put.length - 1];
  const whole = address !== 'https://' && said !== words;
  return { start: from, end: to, put, from: from + (whole ? put.length : (missing[0] as number)), to: from + (whole ? put.length : (missing[1] as number)) };
}

/** A block of lines with room around it. */
function apart({ text, from, to }: Chosen, lines: string, chosen: [number, number]): Change {
  const before = text.slice(0, from).replace(/[ \t]+$/, '');
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const trail = text.slice(to).startsWith('\n\n') ? '' : text.slice(to).startsWith('\n') || to === text.length ? '\n' : '\n\n';
  const at = from + lead.length;
  return { start: from, end: to, put: lead + lines + trail, from: at + chosen[0], to: at + chosen[1] };
}

/** A table of two columns; what is chosen with tabs in it, as a spreadsheet copies it, fills one. */
export function asTable(chosen: Chosen, column: (n: number) => string): Change {
  const inside = chosen.text.slice(chosen.from, chosen.to);
  const rows = inside.includes('\t') ? inside.trim().split('\n').map((row) => row.split('\t').map((cell) => cell.trim().replace(/\|/g, '\\|'))) : [[column(1), column(2)], [inside.trim().replace(/\n+/g, ' ').replace(/\|/g, '\\|'), '']];
  const width = Math.max(...rows.map((row) => row.length));
  const show = (row: string[]): string => `| ${Array.from({ length: width }, (_, i) => row[i] ?? '').join(' | ')} |`;
  const [head = [], ...rest] = rows;
  const lines = [show(head), `|${' --- |'.repeat(width)}`, ...rest.map(show)].join('\n');
  return apart(chosen, lines, [2, 2 + (head[0] ?? '').length]);
}

/** Two texts told apart by what alone differs between them. */
export function changed(before: Chosen, after: Chosen): Change {
  let start = 0;
  const most = Math.min(before.text.length, after.text.length);
  while (start < most && before.text[start] === after.text[start]) start++;
  let tail = 0;
  while (tail < most - start && before.text[before.text.length - 1 - tail] === after.text[after.text.length - 1 - tail]) tail++;
  return { start, end: before.text.length - tail, put: after.text.slice(start, after.text.length - tail), from: after.from, to: after.to };
}

/** Puts it in, where there is room. The field's own undo takes it back. */
export function apply(field: HTMLTextAreaElement, { start, end, put, from, to }: Change): boolean {
  if (field.maxLength >= 0 && field.value.length - (end - start) + put.length > field.maxLength) return false;
  field.focus();
  field.setSelectionRange(start, end);
  const done = put === '' ? document.execCommand('delete') : document.execCommand('insertText', false, put);
  if (!done && start + put.length + end > start * 2) {
    field.setRangeText(put, start, end, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  field.setSelectionRange(from, to);
  return true;
}

export const chosenIn = (field: HTMLTextAreaElement): Chosen => ({ text: field.value, from: field.selectionStart, to: field.selectionEnd });
