// What is offered where one writes: signs after a colon; after a slash that begins a line blocks, what is put in, and what
// can be begun from what is written.
import type { Drafts } from '../stream/drafts';
import { composing as words } from '../words/composing';
import { language, locale } from '../words/language';
import { EMOJI } from './emoji';
import { apply, asCode, asLines, asTable, inCode, type Change } from './marks';
import type { Chosen } from './marking';
import type { Choice } from './MentionPicker.svelte';
import { fold } from './mentionNames';
import { longDay } from './times';

const MOST_OFFERED = 10;
const LONGEST_NAME = 24;

/** Signs one of whose names, or of the words in it, begins so: those that begin so themselves come first. */
export function signsFor(query: string): Choice[] {
  const wanted = fold(query);
  const own = { en: 0, fr: 1, ar: 2 }[language];
  return EMOJI.map(({ sign, names }) => {
    const all = names.flat().map(fold);
    const rank = all.some((name) => name.startsWith(wanted)) ? 0 : all.some((name) => name.includes(` ${wanted}`)) ? 1 : 2;
    return { rank, choice: { key: sign, name: names[own]?.[0] ?? '', help: '', insert: sign, sign } };
  }).filter(({ rank }) => rank < 2).sort((a, b) => a.rank - b.rank).slice(0, MOST_OFFERED).map(({ choice }) => choice);
}

/** What is being written before the cursor, if it is one of these. */
export function askedAt(text: string, to: number): { at: number; query: string; slash: boolean } | undefined {
  const before = text.slice(Math.max(0, to - LONGEST_NAME - 2), to);
  const colon = /(?:^|[\s(])(:([\p{L}+][\p{L}\p{M}\p{N}+_-]+))$/u.exec(before);
  const slash = colon ? null : /(?:^|\n)(\/([\p{L}\p{M}]*))$/u.exec(before);
  const found = colon ?? slash;
  if (!found || (slash && to - (found[1]?.length ?? 0) > 0 && text[to - (found[1]?.length ?? 0) - 1] !== '\n') || inCode(text, to)) return undefined;
  return { at: to - (found[1]?.length ?? 0), query: found[2] ?? '', slash: slash !== null };
}

const BLOCKS: Record<'heading' | 'list' | 'numbers' | 'tasks' | 'quote' | 'code' | 'table', (chosen: Chosen) => Change> = {
  heading: ({ from, to }) => ({ start: from, end: to, put: '## ', from: from + 3, to: from + 3 }),
  list: (chosen) => asLines(chosen, 'list'), numbers: (chosen) => asLines(chosen, 'numbers'), tasks: (chosen) => asLines(chosen, 'tasks'), quote: (chosen) => asLines(chosen, 'quote'),
  code: (chosen) => (chosen.from === chosen.to ? { start: chosen.from, end: chosen.to, put: '```\n\n```', from: chosen.from + 4, to: chosen.from + 4 } : asCode(chosen)),
  table: (chosen) => asTable(chosen, words.column),
};
type BlockName = keyof typeof BLOCKS;

/** What else is put in: for a name and a file the field must take them. */
type PutIn = 'mention' | 'file' | 'date';
/** What is begun elsewhere in the workspace. */
export interface Begins { key: string; title: string; place: string; href: string; icon?: Choice['icon'] }
export interface Can { mention: boolean; file: boolean; begins: Begins[] }

const DAY_MS = 86_400_000;
const DAYS = [0, 1, 2, 3, 4, 5, 6, 7, 14];
const ICONS: Record<PutIn, Choice['icon']> = { mention: 'named', file: 'clip', date: 'actions' };

const fits = (wanted: string, names: string[]): boolean => names.some((name) => [fold(name), ...fold(name).split(/[\s’']+/)].some((one) => one.startsWith(wanted)));

function days(now: Date): Choice[] {
  const inDays = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return DAYS.map((n): Choice => {
    const day = longDay(new Date(now.getTime() + n * DAY_MS));
    return { key: `day ${n}`, name: day, help: inDays.format(n, 'day'), insert: day };
  });
}

/** What begins so, in the reader's language or in English; for days the word has to be begun. */
export function offered(query: string, can: Can, now: Date): Choice[] {
  const wanted = fold(query);
  const blocks = (Object.keys(BLOCKS) as BlockName[]).filter((key) => fits(wanted, [key, words.tools[key]])).map((key): Choice => ({ key, name: words.tools[key], help: `/${key}`, insert: '' }));
  const puts = (['mention', 'file', 'date'] as const).filter((key) => (key === 'date' || can[key]) && fits(wanted, [key, words.puts[key]])).flatMap((key): Choice[] =>
    key === 'date' && wanted !== '' ? days(now) : [{ key, name: words.puts[key], help: `/${key}`, insert: '', icon: ICONS[key] }]);
  const begins = can.begins.filter(({ key, title, place }) => fits(wanted, [title, ...(key.startsWith('new ') && key === key.toLowerCase() ? [key.slice(4)] : ['issue', place])]))
    .map(({ key, title, place, icon }): Choice => ({ key: `begin ${key}`, name: title, help: place, insert: '', icon: icon ?? 'plus' }));
  return [...blocks, ...puts, ...begins];
}

/** Does what was chosen, where the words of the command stand. True if something else is to be chosen there. */
export function chose(choice: Choice, field: HTMLTextAreaElement, at: number, begin: (key: string, rest: string) => void): boolean {
  const { value: text, selectionStart: to } = field;
  const put = (words: string): void => void apply(field, { start: at, end: to, put: words, from: at + words.length, to: at + words.length });
  if (choice.key in BLOCKS) {
    const change = BLOCKS[choice.key as BlockName]({ text: text.slice(0, at) + text.slice(to), from: at, to: at });
    apply(field, { ...change, end: change.end + to - at });
  } else if (choice.key === 'mention') put('@');
  else if (choice.key === 'date') put('/date');
  else if (choice.key === 'file') {
    put('');
    field.form?.querySelector<HTMLInputElement>('input[type=file]')?.click();
  } else if (choice.key.startsWith('day ')) put(choice.insert);
  else {
    put('');
    begin(choice.key.slice('begin '.length), (text.slice(0, at) + text.slice(to)).trim());
  }
  return choice.key === 'date';
}

/** Where the form has its draft that opens at that place; nothing where it takes no text. */
export const deskOf = (key: string): string | undefined => ({ 'new action': 'actions', 'new poll': 'polls', 'new update': undefined, 'new conversation': undefined }[key] ?? (key === key.toLowerCase() ? undefined : `tracker:${key.slice(4)}`));

/** The text goes along into a form that is begun: below what is there already, and for nobody until its author says for whom. */
export function takeAlong(drafts: Drafts, seat: string, desk: string, text: string): boolean {
  const there = drafts.read(seat, desk);
  if (text === '' || there?.text.includes(text)) return false;
  return drafts.write(seat, desk, { ...there, text: [there?.text, text].filter(Boolean).join('\n\n'), audience: '' });
}
