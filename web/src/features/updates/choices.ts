// What is chosen for an update beside its words, as its composer holds it: what is usual, what a draft of this browser
// kept, what a post that comes back said. Pure.
import { inWords, type Link } from '../../ui/links';

/** `issues` in words, `later` by the clock on the wall, `keep`: whether it stays a draft. */
export interface Choices {
  kind: string;
  stage: string;
  attribution: string;
  provision: string;
  due: string;
  issues: string;
  later: string;
  keep: boolean;
}

/** How it is read: labels of issues, and the clock on the wall; an hour that has passed is left out. */
export interface Reader {
  label: (id: string) => string | undefined;
  wall: (hour: string) => string;
}

/** What somebody chose who chose nothing. */
export const usual = (): Choices => ({ kind: 'STATUS', stage: 'NOTED', attribution: 'ON_RECORD', provision: '', due: '', issues: '', later: '', keep: false });

export const asKept = (fields?: Record<string, string>): Choices => ({ ...usual(), ...fields, keep: Boolean(fields?.keep) });
export const toKeep = (chosen: Choices): Record<string, string> => ({ ...chosen, keep: chosen.keep ? 'yes' : '' });

/** From the least careful. */
const TERMS = ['ON_RECORD', 'BACKGROUND', 'OFF_RECORD'];

/**
 * What a post said that comes back to be edited. `begun`: what was chosen for words begun meanwhile, which stand under
 * it now: those that were not to be quoted are not to be quoted there either.
 */
export function ofPost(body: Record<string, unknown>, { label, wall }: Reader, begun?: Choices): Choices {
  const text = (name: keyof Choices | 'publishAt'): string => String(body[name] ?? '');
  const terms = [text('attribution'), begun?.attribution ?? ''].sort((a, b) => TERMS.indexOf(b) - TERMS.indexOf(a))[0];
  return {
    kind: text('kind') || usual().kind, stage: text('stage') || usual().stage, attribution: terms || usual().attribution,
    provision: text('provision'), due: text('due'), issues: inWords((body.links ?? []) as Link[], label),
    later: text('publishAt') && wall(text('publishAt')), keep: body.draft === true,
  };
}
