// The weeks of a month as a calendar lays them out. Pure; days are `2026-06-21`, which have no zone.

const DAY_MS = 86_400_000;
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

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

/** The weekday a week begins with where the reader lives, Monday 1 to Sunday 7. */
export function firstWeekday(locale: string): number {
  const info = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };
  return info.getWeekInfo?.().firstDay ?? info.weekInfo?.firstDay ?? 1;
}

/** The month that an address asks for, as 2026-06; without one, today's. */
export function monthAsked(query: URLSearchParams, today: string): string {
  const asked = query.get('month') ?? '';
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7);
}
