// Signs by their names after a colon, and blocks by theirs after a slash that begins a line.
import { composing as words } from '../words/composing';
import { language } from '../words/language';
import { EMOJI } from './emoji';
import { fieldList } from './fieldList.svelte';
import { apply, asCode, asLines, asTable, chosenIn, inCode, type Change } from './marks';
import { fold } from './mentionNames';
import type { Choice } from './MentionPicker.svelte';
import type { Chosen } from './marking';

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

const BLOCKS: Record<'list' | 'numbers' | 'tasks' | 'quote' | 'code' | 'table', (chosen: Chosen) => Change> = {
  list: (chosen) => asLines(chosen, 'list'), numbers: (chosen) => asLines(chosen, 'numbers'), tasks: (chosen) => asLines(chosen, 'tasks'), quote: (chosen) => asLines(chosen, 'quote'),
  code: (chosen) => (chosen.from === chosen.to ? { start: chosen.from, end: chosen.to, put: '```\n\n```', from: chosen.from + 4, to: chosen.from + 4 } : asCode(chosen)),
  table: (chosen) => asTable(chosen, words.column),
};
type BlockName = keyof typeof BLOCKS;

/** Blocks whose name begins so, in the reader's language or in English. */
export function blocksFor(query: string): Choice[] {
  const wanted = fold(query);
  return (Object.keys(BLOCKS) as BlockName[]).filter((key) => [key, ...fold(words.tools[key]).split(' '), fold(words.tools[key])].some((name) => name.startsWith(wanted)))
    .map((key) => ({ key, name: words.tools[key], help: `/${key}`, insert: '' }));
}

export function completing(field: HTMLTextAreaElement): () => void {
  const ask = (slash: boolean) => (): { at: number; choices: Choice[] } | undefined => {
    const now = askedAt(field.value, field.selectionStart);
    return now?.slash === slash ? { at: now.at, choices: slash ? blocksFor(now.query) : signsFor(now.query) } : undefined;
  };
  function block(choice: Choice, at: number): void {
    const { text, to } = chosenIn(field);
    const change = BLOCKS[choice.key as BlockName]({ text: text.slice(0, at) + text.slice(to), from: at, to: at });
    apply(field, { ...change, end: change.end + to - at });
  }
  const stops = [fieldList(field, { label: words.signs, found: words.found, ask: ask(false) }), fieldList(field, { label: words.blocks, found: words.found, ask: ask(true), pick: block })];
  return () => stops.forEach((stop) => stop());
}
