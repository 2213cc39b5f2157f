// Hears what is written in a field, and offers names after an @. Comes with the first @ that somebody writes.
import type { AudienceOrganisation } from '../api/types';
import { store } from '../stream/store.svelte';
import { mentions as words } from '../words/mentions';
import { fieldList } from './fieldList.svelte';
import { begins, fold, type Group } from './mentionNames';
import { profile } from '../words/profile';
import { timeThere } from './hours';
import { now } from './now.svelte';
import type { Choice } from './MentionPicker.svelte';

const MOST_OFFERED = 12;
const MOST_CHARS = 60;

/** The organisation, and what time it is for somebody who is not at work now. */
function away(id: string, organisation: string): string {
  const there = timeThere(store.get('seats', id)?.hours, now.at);
  return there && !there.works ? `${organisation} · ${profile.outside(there.time)}` : organisation;
}

/** Whom one may mention: the readers, their organisations, and groups of them. */
function offered(readers: AudienceOrganisation[]): Choice[] {
  const people = readers.flatMap((one) => one.seats.map((id) => ({ id, one, name: store.get('seats', id)?.name ?? '' }))).filter(({ name }) => name !== '');
  const times = new Map<string, number>();
  for (const { name } of people) times.set(fold(name), (times.get(fold(name)) ?? 0) + 1);
  const group = (id: Group): Choice => ({ key: id, name: words.groups[id], help: words.groupHelp[id], insert: words.groups[id], icon: 'everyone' });
  return [
    ...people.map(({ id, one, name }): Choice => ({ key: `p ${id}`, name, help: away(id, one.name), insert: (times.get(fold(name)) ?? 0) > 1 ? `${name} (${one.slug})` : name, icon: 'named' })).sort((a, b) => a.name.localeCompare(b.name)),
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

export const picker = (field: HTMLTextAreaElement, readers: () => AudienceOrganisation[]): (() => void) =>
  fieldList(field, {
    label: words.pick,
    found: words.found,
    ask: () => {
      const now = writing(field);
      return now && { at: now.at, choices: fitting(offered(readers()), now.query).map((choice) => ({ ...choice, insert: `@${choice.insert} ` })) };
    },
  });
