// The days of a month as a calendar lays them out, and which actions are on them. Pure; days are `2026-06-21`, which have no zone.
import type { Action } from '../api/types';
import { wallOf } from '../ui/times';

export interface Placed { action: Action; what: 'action' | 'reply' }

const DAY_MS = 86_400_000;
/** Days of one action that are shown at most. */
const LONGEST = 62;
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const dayIn = (at: string, zone: string): string => wallOf(new Date(at), zone).slice(0, 10);
export const plus = (day: string, days: number): string => dayOf(utc(day) + days * DAY_MS);

export function plusMonths(month: string, months: number): string {
  const at = new Date(`${month}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString().slice(0, 7);
}

/** Whole weeks that hold the month; `first` is the weekday a week begins with, Monday 1 to Sunday 7. */
export function weeksOf(month: string, first: number): string[][] {
  const begins = `${month}-01`;
  const weekday = (day: string): number => new Date(utc(day)).getUTCDay() || 7;
  let day = plus(begins, -((weekday(begins) - first + 7) % 7));
  const weeks: string[][] = [];
  do {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((i) => plus(day, i)));
    day = plus(day, 7);
  } while (day.startsWith(month));
  return weeks;
}

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
    if (action.replyDue) put(action.replyDue, { action, what: 'reply' });
  }
  return days;
}

/** The weekday a week begins with where the reader lives, Monday 1 to Sunday 7. */
export function firstWeekday(locale: string): number {
  const info = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };
  return info.getWeekInfo?.().firstDay ?? info.weekInfo?.firstDay ?? 1;
}
