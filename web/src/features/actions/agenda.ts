// Which actions come next, which are past, and what an organisation answered. Pure.
import type { Action, Commitment } from '../../api/types';
import { byTime } from '../../stream/moments';
import { wallOf } from '../../ui/times';

export const isOver = (action: Action): boolean => action.state === 'DONE' || action.state === 'CALLED_OFF';

export interface Agenda {
  upcoming: Action[];
  undated: Action[];
  past: Action[];
}

const startOf = (action: Action): number => (action.startsAt ? Date.parse(action.startsAt) : Number.POSITIVE_INFINITY);
const endOf = (action: Action): number => (action.endsAt ? Date.parse(action.endsAt) : startOf(action) + 3_600_000);

/** Next first; what is over or past, latest first. Something under way stays with what is coming up. */
export function agenda(actions: Action[], now: Date): Agenda {
  const over = (action: Action): boolean => isOver(action) || (action.state === 'PLANNED' && endOf(action) < now.getTime());
  const byStart = (a: Action, b: Action): number => byTime(a.startsAt, b.startsAt) || a.title.localeCompare(b.title);
  const coming = actions.filter((action) => !over(action)).sort(byStart);
  return {
    upcoming: coming.filter((action) => action.startsAt),
    undated: coming.filter((action) => !action.startsAt),
    past: actions.filter(over).sort((a, b) => Number(!a.startsAt) - Number(!b.startsAt) || byTime(b.startsAt, a.startsAt)),
  };
}

/** The day by which the agency's answer is still awaited: a reply that is only a receipt does not end that. */
export const awaited = (action: Action): string | undefined =>
  action.state === 'CALLED_OFF' || (action.replies.length > 0 && !action.replies.at(-1)?.more) ? undefined : action.replyDue;

export const isOverdue = (action: Action, now: Date): boolean => (awaited(action) ?? '9') < wallOf(now, action.zone).slice(0, 10);

export const answerOf = (action: Action, organisation: string): Commitment | undefined =>
  action.commitments.find((commitment) => commitment.organisation === organisation);

export const taking = (action: Action): number => action.commitments.filter((commitment) => commitment.answer === 'WILL').length;

/** To these people come themselves; of the rest organisations say whether they take part. */
const MEETINGS = new Set<Action['kind']>(['REVIEW', 'CALL', 'PRESS_CONFERENCE', 'MEETING']);
/** Whether it is asked who comes; where somebody has said so already, as from a calendar, it stays to be seen. */
export const isMetAt = ({ kind, rsvps }: Pick<Action, 'kind' | 'rsvps'>): boolean => MEETINGS.has(kind) || rsvps.length > 0;
