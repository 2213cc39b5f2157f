// Working hours of a person: what time it is for them, whether they are at work, and how that is said.
import type { Seat } from '../api/types';
import { language } from '../words/language';

export type Hours = NonNullable<Seat['hours']>;
export const DAYS: Hours['days'] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const MINUTES = 60;

/** 4 January 2021 was a Monday. */
const day = (n: number): Date => new Date(Date.UTC(2021, 0, 4 + n));
export const dayName = (name: Hours['days'][number], form: 'short' | 'long' = 'short'): string =>
  new Intl.DateTimeFormat(language, { weekday: form, timeZone: 'UTC' }).format(day(DAYS.indexOf(name)));
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * MINUTES + Number(time.slice(3, 5));
/** As a field for a time has it; the end of the day is its last minute there. */
export const timeOf = (minute: number): string => {
  const shown = Math.min(minute, 24 * MINUTES - 1);
  return `${String(Math.floor(shown / MINUTES)).padStart(2, '0')}:${String(shown % MINUTES).padStart(2, '0')}`;
};

/** The minute of the day and the day of the week there; undefined if this browser does not know the zone. */
function clock(zone: string, at: Date): { minute: number; day: Hours['days'][number] } | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit', weekday: 'long' }).formatToParts(at);
    const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
    return { minute: Number(part('hour')) * MINUTES + Number(part('minute')), day: part('weekday').toUpperCase() as Hours['days'][number] };
  } catch {
    return undefined;
  }
}

/** What time it is for somebody who gave their hours, and whether they work then. */
export function timeThere(hours: Hours | undefined, at: Date): { time: string; works: boolean } | undefined {
  const there = hours && clock(hours.zone, at);
  if (!hours || !there) return undefined;
  return { time: timeOf(there.minute), works: hours.days.includes(there.day) && there.minute >= hours.from && there.minute < hours.until };
}

/** Days that follow each other are said as one stretch. */
export function daysWords(days: Hours['days']): string {
  const at = DAYS.flatMap((one, n) => (days.includes(one) ? [n] : []));
  const first = at[0] ?? 0;
  const last = at.at(-1) ?? 0;
  const name = (n: number): string => dayName(DAYS[n] ?? 'MONDAY');
  return at.length > 2 && last - first === at.length - 1 ? `${name(first)}–${name(last)}` : at.map(name).join(', ');
}
