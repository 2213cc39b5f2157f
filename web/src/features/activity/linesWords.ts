// The sentence of several acts that stand in one line.
import type { Act } from '../../stream/store.svelte';
import { keyOf } from '../../ui/acts';
import { together as words } from '../../words/together';
import type { Line } from './acts';

type Said = Pick<Act, 'key' | 'at' | 'verb' | 'ref' | 'under' | 'title' | 'seat' | 'from' | 'changes'>;

/** With the places `{actor}` and `{item}`; undefined where the sentence of its newest act says it. */
export function linesWords(line: Line<Said>): string | undefined {
  if (line.people.length > 1) return words.byMany[keyOf(line.act) as keyof typeof words.byMany];
  if (line.undone) return line.things > 1 ? words.undoneMany(line.things) : words.undone;
  const many = line.things > 1 ? words.many[line.act.verb as keyof typeof words.many] : undefined;
  return many?.(line.things);
}
