// A list under the words that are being written, from which one is chosen: names after an @, signs after a colon. The
// field keeps the focus and hears the keys.
import { mount, unmount } from 'svelte';
import { direction } from '../words/language';
import { announcer } from './announcer.svelte';
import MentionPicker, { type Choice } from './MentionPicker.svelte';
import { apply } from './marks';

export interface Lists {
  label: string;
  /** how many there are, for those who hear the page */
  found: (n: number) => string;
  /** what is asked for where one writes, and where that begins; nothing if nothing is */
  ask: () => { at: number; choices: Choice[] } | undefined;
  /** instead of putting in what the choice says; true if something else is to be chosen there now */
  pick?: (choice: Choice, at: number) => boolean;
}
let fields = 0;

export function fieldList(field: HTMLTextAreaElement, { label, found, ask, pick: picked }: Lists): () => void {
  const id = `offers-${++fields}`;
  const props = $state({ id, label, choices: [] as Choice[], at: 0, top: 0, bottom: 0, start: 0, width: 0, onpick: pick });
  let shown: Record<string, unknown> | undefined;
  let closed = -1; // where the list was closed by hand

  function say(): void {
    field.setAttribute('aria-activedescendant', `${id}-${props.at}`);
  }
  function open(choices: Choice[]): void {
    const box = field.getBoundingClientRect();
    const width = Math.min(360, Math.max(240, box.width));
    const same = shown !== undefined && choices.map((one) => one.key).join() === props.choices.map((one) => one.key).join();
    Object.assign(props, { choices, at: same ? props.at : 0, top: box.top, bottom: Math.min(box.bottom, innerHeight - 8), start: Math.max(8, direction === 'rtl' ? innerWidth - box.right : box.left), width });
    if (!shown) {
      shown = mount(MentionPicker, { target: field.parentElement ?? document.body, props });
      // no role: a field of several lines is a textbox and nothing else (ARIA in HTML), and a textbox does not expand
      for (const [name, value] of [['aria-controls', id], ['aria-haspopup', 'listbox'], ['aria-autocomplete', 'list']] as const) field.setAttribute(name, value);
    }
    if (!same) announcer.say(found(choices.length));
    say();
  }
  function close(): void {
    if (!shown) return;
    void unmount(shown);
    shown = undefined;
    for (const name of ['aria-controls', 'aria-haspopup', 'aria-autocomplete', 'aria-activedescendant']) field.removeAttribute(name);
  }
  const asked = (): ReturnType<Lists['ask']> => (document.activeElement === field && field.selectionStart === field.selectionEnd ? ask() : undefined);
  function look(): void {
    const now = asked();
    if (!now || now.at === closed) {
      if (!now) closed = -1;
      return close();
    }
    closed = -1;
    if (now.choices.length === 0) close();
    else open(now.choices);
  }
  /** What is around the field moved: the list goes with it. Its own lines move under it. */
  function moved(event: Event): void {
    if (shown && !(event.target instanceof Element && event.target.id === id)) requestAnimationFrame(() => void (shown && look()));
  }
  function pick(choice: Choice): void {
    const now = ask();
    close();
    if (!now) return;
    closed = now.at;
    if (picked) {
      if (!picked(choice, now.at)) return;
      closed = -1;
      return look();
    }
    const at = now.at + choice.insert.length;
    apply(field, { start: now.at, end: field.selectionEnd, put: choice.insert, from: at, to: at });
  }
  function press(event: KeyboardEvent): void {
    if (!shown || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const choice = props.choices[props.at];
    if (step !== undefined) {
      props.at = (props.at + step + props.choices.length) % props.choices.length;
      say();
    } else if ((event.key === 'Enter' || event.key === 'Tab') && choice && !event.shiftKey) pick(choice);
    else if (event.key === 'Escape') {
      closed = ask()?.at ?? -1;
      close();
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  const listen: [string, () => void][] = [['input', look], ['click', look], ['blur', close]];
  for (const [name, act] of listen) field.addEventListener(name, act);
  field.addEventListener('keydown', press as EventListener, true);
  addEventListener('scroll', moved, { capture: true, passive: true });
  addEventListener('resize', moved);
  look();
  return () => {
    close();
    for (const [name, act] of listen) field.removeEventListener(name, act);
    field.removeEventListener('keydown', press as EventListener, true);
    removeEventListener('scroll', moved, { capture: true });
    removeEventListener('resize', moved);
  };
}
