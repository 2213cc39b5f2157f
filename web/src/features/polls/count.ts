// A poll in words: its options by their labels, an answer in a line, and a form's answer as the API takes it. Pure.
import type { operations } from '../../api/schema';
import type { Ballot, Poll, PollKind } from '../../api/types';
import { clock, longDay } from '../../ui/times';

/** Characters of a reason at most, as the server takes it. */
export const MOST_REASON_CHARS = 5_000;

export type Suits = 'YES' | 'MAYBE' | 'NO';
/** An answer as the form holds it; only what its kind asks for is sent. */
export interface Answer { stance: string; choice: string; ranking: string[]; scores: Record<string, string>; times: Record<string, Suits | ''>; reason: string }

/** An option in words: its text, or its time in the reader's zone, after its label. */
export function optionWords(poll: Poll, label: string): string {
  const option = poll.options.find((one) => one.label === label);
  if (!option) return label;
  return `${label} · ${timeWords(option.startsAt, option.endsAt) || option.text}`;
}

export const timeWords = (starts?: string, ends?: string): string =>
  starts ? `${longDay(new Date(starts))}, ${clock(new Date(starts))}${ends ? `–${clock(new Date(ends))}` : ''}` : '';

export const answerOf = (mine: Ballot | undefined): Answer => ({
  stance: mine?.stance ?? '', choice: mine?.choice ?? '', ranking: [...(mine?.ranking ?? [])],
  scores: Object.fromEntries((mine?.scores ?? []).map((one) => [one.option, String(one.score)])),
  times: Object.fromEntries((mine?.times ?? []).map((one) => [one.option, one.suits])), reason: mine?.reason ?? '',
});

/** What is sent; undefined while something is missing. */
export function ballotOf(kind: PollKind, answer: Answer): Record<string, unknown> | undefined {
  const reason = answer.reason.trim() ? { reason: answer.reason.trim() } : {};
  if (kind === 'CONSENT') return answer.stance && (answer.stance !== 'OBJECT' || answer.reason.trim()) ? { stance: answer.stance, ...reason } : undefined;
  if (kind === 'CHOICE') return answer.choice ? { choice: answer.choice, ...reason } : undefined;
  if (kind === 'RANKED') return answer.ranking.length > 0 ? { ranking: answer.ranking, ...reason } : undefined;
  if (kind === 'SCORE') {
    const scores = Object.entries(answer.scores).filter(([, score]) => score !== '').map(([option, score]) => ({ option, score: Number(score) }));
    return scores.length > 0 ? { scores, ...reason } : undefined;
  }
  const times = Object.entries(answer.times).filter(([, suits]) => suits !== '').map(([option, suits]) => ({ option, suits }));
  return times.length > 0 ? { times, ...reason } : undefined;
}

/** Whether the reader's voice has answered. One's own answer is in the list only where all who read along have the same. */
export const hasAnswered = (poll: Pick<Poll, 'mine' | 'voice' | 'answeredBy'>, seat: string): boolean =>
  poll.mine !== undefined || (poll.voice === 'SEAT' && (poll.answeredBy ?? []).includes(seat));

/** How an export asks for its form, in the words of the contract. */
export function exportQuery(format: 'csv' | 'blt'): string {
  const query: NonNullable<operations['exportPoll']['parameters']['query']> = { format };
  return `?${new URLSearchParams(query).toString()}`;
}

/** The same order with one option moved by so many places. */
export function moved(ranking: string[], label: string, by: number): string[] {
  const from = ranking.indexOf(label);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ranking.length) return ranking;
  const rest = ranking.filter((one) => one !== label);
  return [...rest.slice(0, to), label, ...rest.slice(to)];
}
