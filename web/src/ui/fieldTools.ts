// What a field for text with marks can do beyond typing. Comes when somebody first goes into one.
import { announcer } from './announcer.svelte';
import { composing as words } from '../words/composing';
import { around } from './marking';
import { apply, asCode, asLines, asLink, changed, chosenIn, continued, inCode, indented, isAddress, lineAt, type Change, type LineKind } from './marks';
import { pasted } from './pasted';
import { TooMuch } from './hypertext';
import { onDemand } from './onDemand';

const LINES: Record<string, LineKind> = { Digit7: 'numbers', Digit8: 'list', Digit9: 'quote' };

/** What is done to the field by a key with Ctrl, if anything. Without a choice Ctrl + K is the search's, as everywhere. */
function shortcut(field: HTMLTextAreaElement, event: KeyboardEvent): Change | undefined {
  const chosen = chosenIn(field);
  const key = event.key.toLowerCase();
  if (event.shiftKey) {
    const kind = LINES[event.code];
    if (kind) return asLines(chosen, kind);
    return key === 'x' ? changed(chosen, around(chosen, '~~')) : undefined;
  }
  if (key === 'e') return asCode(chosen);
  return key === 'k' && chosen.from !== chosen.to ? asLink(chosen, words.linkText) : undefined;
}

function typed(field: HTMLTextAreaElement, event: KeyboardEvent): Change | undefined {
  if (event.altKey) return undefined;
  if (event.ctrlKey || event.metaKey) return shortcut(field, event);
  if (event.key === 'Enter' && !event.shiftKey) return continued(chosenIn(field));
  return event.key === 'Tab' ? indented(chosenIn(field), event.shiftKey) : undefined;
}

/** Where a block is put in, it has lines of its own. */
function placed({ text, from, to }: ReturnType<typeof chosenIn>, put: string): Change {
  const isBlock = put.includes('\n') || /^(?:#{1,6} |[-*+] |\d{1,9}[.)] |> |\||`{3}|---$)/.test(put);
  const before = text.slice(0, from);
  const lead = !isBlock || before.trimEnd() === '' || /\n[ \t]*\n[ \t]*$/.test(before) ? '' : /\n[ \t]*$/.test(before) ? '\n' : /^\s*(?:[-*+>]|\d{1,9}[.)])\s+$/.test(lineAt(text, from)) ? '' : '\n\n';
  const after = text.slice(to);
  const trail = !isBlock || after.trimStart() === '' || /^[ \t]*\n[ \t]*\n/.test(after) ? '' : /^[ \t]*\n/.test(after) ? '\n' : '\n\n';
  const whole = lead + put + trail;
  return { start: from, end: to, put: whole, from: from + lead.length + put.length, to: from + lead.length + put.length };
}

/** What was copied, with its marks; nothing where it is plain, and the browser puts it in by itself. */
export function fromClipboard(data: Pick<DataTransfer, 'getData' | 'types'>, chosen: ReturnType<typeof chosenIn>): Change | undefined {
  const [html, plain] = [data.getData('text/html'), data.getData('text/plain')];
  if (inCode(chosen.text, chosen.from)) return undefined;
  if (html === '' || plain.trim() !== '' && isAddress(plain)) {
    const over = chosen.text.slice(chosen.from, chosen.to);
    return isAddress(plain) && over.trim() !== '' && !isAddress(over) && !over.includes('\n') ? asLink(chosen, words.linkText, plain.trim()) : undefined;
  }
  if ([...data.types].includes('vscode-editor-data')) return plain.trim().includes('\n') ? placed(chosen, `\`\`\`\n${plain.replace(/\s+$/, '')}\n\`\`\``) : undefined;
  const text = pasted(html, plain);
  return text === undefined ? undefined : placed(chosen, text);
}

const fits = (field: HTMLTextAreaElement, { start, end, put }: Change): boolean => field.maxLength < 0 || field.value.length - (end - start) + put.length <= field.maxLength;

function paste(field: HTMLTextAreaElement, event: ClipboardEvent): void {
  const data = event.clipboardData;
  if (!data || event.defaultPrevented) return;
  try {
    const chosen = chosenIn(field);
    if (!fits(field, { ...chosen, start: chosen.from, end: chosen.to, put: data.getData('text/plain').trimEnd() })) return; // which is told for every field
    const change = fromClipboard(data, chosen);
    if (!change) return;
    if (!fits(field, change)) throw new TooMuch();
    event.preventDefault();
    apply(field, change);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    if (data.getData('text/plain') !== '') announcer.toast(words.plain); // which the browser puts in now
  }
}

export function tools(field: HTMLTextAreaElement): () => void {
  const press = (event: KeyboardEvent): void => {
    if (event.isComposing || event.defaultPrevented) return;
    const change = typed(field, event);
    if (!change) return;
    event.preventDefault();
    event.stopPropagation();
    if (!apply(field, change)) announcer.toast(words.full);
  };
  const pastes = (event: ClipboardEvent): void => paste(field, event);
  let [stop, gone, coming] = [(): void => {}, false, false];
  const completes = (): void => {
    if (coming || !/(?:^|[\s(]):[\p{L}+]|(?:^|\n)\//u.test(field.value.slice(Math.max(0, field.selectionStart - 4), field.selectionStart))) return;
    coming = true;
    onDemand(() => import('./completing'), ({ completing }) => { if (!gone) stop = completing(field); }, () => (coming = false)); // the line went: the next letter asks again
  };
  field.addEventListener('keydown', press);
  field.addEventListener('paste', pastes);
  field.addEventListener('input', completes);
  return () => {
    gone = true;
    stop();
    field.removeEventListener('input', completes);
    field.removeEventListener('keydown', press);
    field.removeEventListener('paste', pastes);
  };
}
