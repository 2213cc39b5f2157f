// Signs by their names after a colon, and commands by theirs after a slash that begins a line.
import { FEATURES } from '../features/index';
import { here } from '../shell/router/here.svelte';
import { isLiaison, mayWrite, mySeat, slug } from '../stream/ours';
import { store } from '../stream/store.svelte';
import { drafts } from '../stream/writing';
import { composing as words } from '../words/composing';
import { announcer } from './announcer.svelte';
import { fieldList } from './fieldList.svelte';
import { namesPeople } from './mentioning';
import type { Choice } from './MentionPicker.svelte';
import { askedAt, chose, deskOf, offered, signsFor, takeAlong, type Begins, type Can } from './offers';

function canBegin(field: HTMLTextAreaElement): Begins[] {
  if (!mayWrite() || !field.form?.classList.contains('composer')) return [];
  return FEATURES.flatMap((one) => one.begin?.(slug(), { trackers: store.all('trackers'), liaison: isLiaison() }) ?? []);
}

function begin(all: Begins[], key: string, rest: string): void {
  const desk = deskOf(key);
  if (desk !== undefined && takeAlong(drafts, mySeat(), desk, rest)) announcer.toast(words.copied);
  here.go(all.find((one) => one.key === key)?.href ?? '');
}

export function completing(field: HTMLTextAreaElement): () => void {
  const can = (): Can => ({ mention: namesPeople.has(field), file: field.form?.querySelector('input[type=file]') != null && field.form.classList.contains('composer'), begins: canBegin(field) });
  const ask = (slash: boolean) => (): { at: number; choices: Choice[] } | undefined => {
    const now = askedAt(field.value, field.selectionStart);
    return now?.slash === slash ? { at: now.at, choices: slash ? offered(now.query, can(), new Date()) : signsFor(now.query) } : undefined;
  };
  const pick = (choice: Choice, at: number): boolean => chose(choice, field, at, (key, rest) => begin(canBegin(field), key, rest));
  const stops = [fieldList(field, { label: words.signs, found: words.found, ask: ask(false) }), fieldList(field, { label: words.blocks, found: words.found, ask: ask(true), pick })];
  return () => stops.forEach((stop) => stop());
}
