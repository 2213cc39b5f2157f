// Text that a field has no room for is cut off by browsers, without a word, and what was cut is missed much later or never.
// Here nothing of it is put in, and that is said: it is still whole where it was copied from.
import { announcer } from './announcer.svelte';
import { locale, t } from '../words/words';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What a field is called, without what stands beside its name. */
const nameOf = (field: Field): string => field.getAttribute('aria-label') ?? field.labels?.[0]?.firstChild?.textContent?.trim() ?? '';

/** How many letters would be there; blanks at the end are nothing to miss. */
export function lengthWith(field: Pick<Field, 'value' | 'selectionStart' | 'selectionEnd'>, text: string): number {
  const kept = field.value.length - ((field.selectionEnd ?? 0) - (field.selectionStart ?? 0));
  return kept + text.replaceAll('\r\n', '\n').trimEnd().length;
}

function keep(event: Event, text: string | undefined): void {
  const field = event.target as Field;
  const most = field.maxLength ?? -1;
  // a code is taken from among other words
  if (event.defaultPrevented || !text || most < 0 || field.autocomplete === 'one-time-code' || lengthWith(field, text) <= most) return;
  event.preventDefault();
  const [would, fit] = [lengthWith(field, text), most].map((n) => n.toLocaleString(locale)) as [string, string];
  announcer.toast(t.text.tooLong(nameOf(field), would, fit));
}

/** For the whole page, once. */
export function keepWhole(): void {
  document.addEventListener('paste', (event) => keep(event, event.clipboardData?.getData('text/plain')));
  document.addEventListener('drop', (event) => keep(event, event.dataTransfer?.getData('text/plain')));
}
