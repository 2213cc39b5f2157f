// Ctrl + B and Ctrl + I in a field: what is chosen becomes bold or italic, and once more as it was.
import { onDemand } from './onDemand';

export interface Chosen {
  text: string;
  from: number;
  to: number;
}

/** The text with the sign around what was chosen, or without it where it was around; blanks at the ends stay outside. */
export function around({ text, from, to }: Chosen, sign: string): Chosen {
  const chosen = text.slice(from, to);
  const start = from + (chosen.length - chosen.trimStart().length);
  const end = Math.max(start, to - (chosen.length - chosen.trimEnd().length));
  const n = sign.length;
  const stands = (at: number, length: number): boolean => text.slice(at, at + length) === sign.repeat(length / n) && text[at - 1] !== sign[0] && text[at + length] !== sign[0];
  if (start >= n && stands(start - n, n) && stands(end, n) && end > start) {
    return { text: text.slice(0, start - n) + text.slice(start, end) + text.slice(end + n), from: start - n, to: end - n };
  }
  return { text: text.slice(0, start) + sign + text.slice(start, end) + sign + text.slice(end), from: start + n, to: end + n };
}

const SIGNS: Record<string, string> = { b: '**', i: '*' };
const marked = new WeakSet<HTMLTextAreaElement>();

/** The field for text with marks that something under it belongs to: the last one before it, in the nearest box that has one. */
export function markedNear(below: HTMLElement | undefined): HTMLTextAreaElement | undefined {
  for (let box = below?.parentElement; box; box = box.parentElement) {
    const before = [...box.querySelectorAll('textarea')].filter((one) => marked.has(one) && below && (one.compareDocumentPosition(below) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
    if (before.length > 0) return before.at(-1);
  }
  return undefined;
}

/** Lists that go on, what is pasted with its marks: that comes when somebody first goes into the field. */
function more(field: HTMLTextAreaElement): () => void {
  let [stop, gone, coming] = [(): void => {}, false, false];
  function fetch(): void {
    if (coming) return;
    coming = true;
    onDemand(
      () => import('./fieldTools'),
      ({ tools }) => { if (!gone) stop = tools(field); },
      () => (coming = false), // the line went: the next focus asks again
    );
  }
  field.addEventListener('focus', fetch);
  if (document.activeElement === field) fetch();
  return () => {
    gone = true;
    stop();
    field.removeEventListener('focus', fetch);
  };
}

/** For `{@attach marking}`. What a key does can be undone by the field's own undo, as what was typed. */
export function marking(field: HTMLTextAreaElement): () => void {
  marked.add(field);
  const stop = more(field);
  function press(event: KeyboardEvent): void {
    const sign = SIGNS[event.key.toLowerCase()];
    if (!sign || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const before = { text: field.value, from: field.selectionStart, to: field.selectionEnd };
    const after = around(before, sign);
    // only what changes is put in: the rest keeps its place in the history of the field
    const [start, end] = [Math.min(before.from, after.from), Math.min(before.text.length, before.to + sign.length)];
    const tail = before.text.length - end;
    const put = after.text.slice(start, after.text.length - tail);
    if (field.maxLength >= 0 && after.text.length > field.maxLength) return;
    field.setSelectionRange(start, end);
    if (!document.execCommand('insertText', false, put)) {
      field.setRangeText(put);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    field.setSelectionRange(after.from, after.to);
  }
  field.addEventListener('keydown', press);
  return () => {
    stop();
    field.removeEventListener('keydown', press);
  };
}
