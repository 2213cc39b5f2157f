// Hears what is written in a field, and offers names after an @. Comes with the first @ that somebody writes.
import { mount, unmount } from 'svelte';
import type { AudienceOrganisation } from '../api/types';
import { store } from '../stream/store.svelte';
import { direction } from '../words/language';
import { mentions as words } from '../words/mentions';
import { announcer } from './announcer.svelte';
import { begins, fold, type Group } from './mentionNames';
import MentionPicker, { type Choice } from './MentionPicker.svelte';

const MOST_OFFERED = 12;
const MOST_CHARS = 60;
let fields = 0;

/** Whom one may mention: the readers, their organisations, and groups of them. */
function offered(readers: AudienceOrganisation[]): Choice[] {
  const people = readers.flatMap((one) => one.seats.map((id) => ({ id, one, name: store.get('seats', id)?.name ?? '' }))).filter(({ name }) => name !== '');
  const times = new Map<string, number>();
  for (const { name } of people) times.set(fold(name), (times.get(fold(name)) ?? 0) + 1);
  const group = (id: Group): Choice => ({ key: id, name: words.groups[id], help: words.groupHelp[id], insert: words.groups[id], icon: 'everyone' });
  return [
    ...people.map(({ id, one, name }): Choice => ({ key: `p ${id}`, name, help: one.name, insert: (times.get(fold(name)) ?? 0) > 1 ? `${name} (${one.slug})` : name, icon: 'named' })).sort((a, b) => a.name.localeCompare(b.name)),
    ...readers.map((one): Choice => ({ key: `o ${one.slug}`, name: one.name, help: `@${one.slug}`, insert: one.name.length <= one.slug.length + 12 ? one.name : one.slug, icon: 'people' })),
    ...(readers.some((one) => one.side === 'CIVIL_SOCIETY') ? [group('CIVIL_SOCIETY')] : []),
    group('EVERYONE'),
  ];
}

/** Those whose words begin so, people first. */
function fitting(all: Choice[], query: string): Choice[] {
  const wanted = fold(query);
  const rank = ({ name, help, insert }: Choice): number => {
    const one = fold(name);
    return one.startsWith(wanted) ? 0 : ` ${one} ${fold(insert)} ${fold(help)}`.includes(` ${wanted}`) || fold(help).startsWith(`@${wanted}`) ? 1 : 2;
  };
  return all.map((choice) => ({ choice, n: rank(choice) })).filter(({ n }) => n < 2).sort((a, b) => a.n - b.n).slice(0, MOST_OFFERED).map(({ choice }) => choice);
}

/** Where the name begins that is being written; nothing if none is. */
function writing(field: HTMLTextAreaElement): { at: number; query: string } | undefined {
  const to = field.selectionStart;
  if (to !== field.selectionEnd) return undefined;
  const before = field.value.slice(Math.max(0, to - MOST_CHARS), to);
  const found = /[@＠]([^@＠\n]*)$/u.exec(before);
  const at = found ? to - (found[1]?.length ?? 0) - 1 : -1;
  return found && begins(field.value, at) && !/^\s/u.test(found[1] ?? '') ? { at, query: found[1] ?? '' } : undefined;
}

export function picker(field: HTMLTextAreaElement, readers: () => AudienceOrganisation[]): () => void {
  const id = `mentions-${++fields}`;
  const props = $state({ id, choices: [] as Choice[], at: 0, top: 0, bottom: 0, start: 0, width: 0, onpick: pick });
  let shown: Record<string, unknown> | undefined;
  let closed = -1; // the @ after which the list was closed by hand

  function say(): void {
    field.setAttribute('aria-activedescendant', `${id}-${props.at}`);
  }
  function open(choices: Choice[]): void {
    const box = field.getBoundingClientRect();
    const width = Math.min(360, Math.max(240, box.width));
    Object.assign(props, { choices, at: 0, top: box.top, bottom: Math.min(box.bottom, innerHeight - 8), start: Math.max(8, direction === 'rtl' ? innerWidth - box.right : box.left), width });
    if (!shown) {
      shown = mount(MentionPicker, { target: field.parentElement ?? document.body, props });
      field.setAttribute('role', 'combobox');
      for (const [name, value] of [['aria-expanded', 'true'], ['aria-controls', id], ['aria-haspopup', 'listbox'], ['aria-autocomplete', 'list']] as const) field.setAttribute(name, value);
    }
    announcer.say(words.found(choices.length));
    say();
  }
  function close(): void {
    if (!shown) return;
    void unmount(shown);
    shown = undefined;
    for (const name of ['role', 'aria-expanded', 'aria-controls', 'aria-haspopup', 'aria-autocomplete', 'aria-activedescendant']) field.removeAttribute(name);
  }
  function look(): void {
    const now = document.activeElement === field ? writing(field) : undefined;
    if (!now || now.at === closed) {
      if (!now) closed = -1;
      return close();
    }
    closed = -1;
    const choices = fitting(offered(readers()), now.query);
    if (choices.length === 0) close();
    else open(choices);
  }
  function pick(choice: Choice): void {
    const now = writing(field);
    close();
    if (!now) return;
    field.focus();
    field.setSelectionRange(now.at, field.selectionEnd);
    const put = `@${choice.insert} `;
    if (!document.execCommand('insertText', false, put)) {
      field.setRangeText(put, now.at, field.selectionEnd, 'end');
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    closed = now.at;
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
      closed = writing(field)?.at ?? -1;
      close();
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  const listen: [string, () => void][] = [['input', look], ['click', look], ['blur', close]];
  for (const [name, act] of listen) field.addEventListener(name, act);
  field.addEventListener('keydown', press as EventListener, true);
  addEventListener('scroll', close, { capture: true, passive: true });
  addEventListener('resize', close);
  look();
  return () => {
    close();
    for (const [name, act] of listen) field.removeEventListener(name, act);
    field.removeEventListener('keydown', press as EventListener, true);
    removeEventListener('scroll', close, { capture: true });
    removeEventListener('resize', close);
  };
}
