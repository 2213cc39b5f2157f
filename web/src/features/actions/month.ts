// Which actions are on which days. Pure; days are `2026-06-21`, which have no zone.
import type { Action } from '../../api/types';
import { isKnownZone, wallOf } from '../../ui/times';
import { plus } from '../../ui/weeks';
import { awaited } from './agenda';

export interface Placed { action: Action; what: 'action' | 'reply' }

/** What a seat's mail has until another is chosen (`Personal.USUAL` of the server). */
const UNCHOSEN = 'UTC';

/** The zone that the reader keeps for mail; nothing where none was chosen, or none that can be shown here. */
export const chosenZone = (kept: string | undefined): string | undefined => (kept !== undefined && kept !== UNCHOSEN && isKnownZone(kept) ? kept : undefined);

/** Days of one action that are shown at most. */
const LONGEST = 62;

export const dayIn = (at: string, zone: string): string => wallOf(new Date(at), zone).slice(0, 10);

/** The days an action is on: those of its own zone if it is whole days, else of the reader's. */
export function daysOf(action: Action, zone: string): string[] {
  if (!action.startsAt) return [];
  const where = action.allDay ? action.zone : zone;
  const first = dayIn(action.startsAt, where);
  const last = action.endsAt ? dayIn(new Date(Date.parse(action.endsAt) - 1).toISOString(), where) : first;
  const days = [first];
  while (days.length < LONGEST && (days.at(-1) ?? last) < last) days.push(plus(days.at(-1) ?? last, 1));
  return days;
}

export function byDay(actions: Action[], zone: string): Map<string, Placed[]> {
  const days = new Map<string, Placed[]>();
  const put = (day: string, placed: Placed): void => void days.set(day, [...(days.get(day) ?? []), placed]);
  for (const action of [...actions].sort((a, b) => Number(b.allDay) - Number(a.allDay) || (a.startsAt ?? '').localeCompare(b.startsAt ?? ''))) {
    for (const day of daysOf(action, zone)) put(day, { action, what: 'action' });
    const due = awaited(action); // a day that was kept is nobody's to wait for
    if (due) put(due, { action, what: 'reply' });
  }
  return days;
}
