// The answers of the reader's organisation to a review: what stands, what is typed, and what of that is sent. Pure.
import type { EditionSegment, MatrixCell, MatrixProvision, Position, Review, ReviewMatrix, Stance } from '../../api/types';

export const STANCES: readonly Stance[] = ['SUPPORT', 'CONCERN', 'OPPOSE', 'AMEND', 'NO_VIEW'];
/** Characters of a reason, and of the words that are proposed instead. */
export const MOST_REASON_CHARS = 2000;
export const MOST_WORDS_CHARS = 20_000;
/** The place of what is said of all provisions that have no answer of their own. */
export const REST = '';

export interface Answer { stance: Stance; reason: string; words: string }
/** Answers by provision; REST for the others. */
export type Answers = Record<string, Answer>;

/** What an organisation has said or drafted: a draft stands before what was given. */
export function standing(positions: Position[], organisation: string): Answers {
  const own = positions.filter((one) => one.organisation === organisation);
  const all: Answers = {};
  for (const draft of [false, true]) for (const one of own) if (one.draft === draft) all[one.provision ?? REST] = { stance: one.stance, reason: one.reason, words: one.words ?? '' };
  return all;
}

const same = (a: Answer | undefined, b: Answer): boolean => a !== undefined && a.stance === b.stance && a.reason.trim() === b.reason.trim() && proposed(a) === proposed(b);
const proposed = (of: Answer): string => (of.stance === 'AMEND' ? of.words.trim() : '');

/** The answers that differ from what is known. */
export const changed = (typed: Answers, known: Answers): [string, Answer][] => Object.entries(typed).filter(([place, answer]) => !same(known[place], answer));

/** Whether an answer can be sent: who proposes other words has written them. */
export const isWhole = (answer: Answer): boolean => answer.stance !== 'AMEND' || answer.words.trim() !== '';

/** All that the page of a review shows. */
export interface Whole { review: Review; positions: Position[]; matrix: ReviewMatrix; latest: number; language?: string; segments: EditionSegment[] }

export interface Given { provision: string | null; stance: Stance; reason?: string; words?: string }

/** Answers that were sent, as they were typed. */
export const received = (given: Given[]): Answers => Object.fromEntries(given.map((one) => [one.provision ?? REST, { stance: one.stance, reason: one.reason ?? '', words: one.words ?? '' }]));

/** Answers as the API takes them. */
export const sent = (answers: [string, Answer][]): Given[] =>
  answers.map(([place, of]) => ({ provision: place === REST ? null : place, stance: of.stance, ...(of.reason.trim() ? { reason: of.reason.trim() } : {}), ...(proposed(of) ? { words: proposed(of) } : {}) }));

/** What was typed and not sent, as it was kept; nothing if it cannot be read. */
export function kept(stored: string | undefined): Answers {
  try {
    const all: unknown = JSON.parse(stored ?? '{}');
    if (typeof all !== 'object' || all === null) return {};
    return Object.fromEntries(Object.entries(all as Record<string, Partial<Answer>>).flatMap(([place, one]) =>
      STANCES.includes(one.stance as Stance) ? [[place, { stance: one.stance as Stance, reason: String(one.reason ?? ''), words: String(one.words ?? '') }]] : []));
  } catch {
    return {};
  }
}

/** Cells of a matrix by provision, in the order of the organisations. */
export function byProvision(cells: MatrixCell[], organisations: string[]): Map<string, MatrixCell[]> {
  const all = new Map<string, MatrixCell[]>();
  for (const cell of cells) all.set(cell.provision, [...(all.get(cell.provision) ?? []), cell]);
  for (const some of all.values()) some.sort((a, b) => organisations.indexOf(a.organisation) - organisations.indexOf(b.organisation));
  return all;
}

const USUAL_DAYS = 14;
const DAY_MS = 86_400_000;
/** When a review closes that its opener says nothing of: two weeks after now, or after it would have closed. */
export const later = (closes: string, now: Date): Date => new Date(Math.max(Date.parse(closes) || 0, now.getTime()) + USUAL_DAYS * DAY_MS);

/** Provisions of a matrix, those that most organisations oppose, amend or worry about first; equals in the order of the text. */
export const mostOpposed = (provisions: MatrixProvision[]): MatrixProvision[] => provisions.toSorted((a, b) => b.counts.OPPOSE - a.counts.OPPOSE || b.counts.AMEND - a.counts.AMEND || b.counts.CONCERN - a.counts.CONCERN);
