// The sentence of several acts that stand in one line.
import type { Act } from '../../stream/store.svelte';
import { together as words } from '../../words/together';
import type { Line } from './acts';

type Said = Pick<Act, 'key' | 'at' | 'verb' | 'ref' | 'seat' | 'from' | 'changes'>;

/** With the places `{actor}` and `{item}`; undefined where the sentence of its newest act says it. */
export function linesWords(line: Line<Said>): string | undefined {
  if (line.undone) return line.things > 1 ? words.undoneMany(line.things) : words.undone;
  const many = line.things > 1 ? words.many[line.act.verb as keyof typeof words.many] : undefined;
  return many?.(line.things);
}
