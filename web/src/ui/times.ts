// Times in words and numbers, by locale, with zones. Pure, given the present instant.
import { locale, t } from '../words/words';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** As long ago is said in days; longer, by the date. */
const MOST_DAYS = 31;
export const readersZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

// Making one costs more than a hundred uses of it, and a list shows a date in each row.
const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(options: Intl.DateTimeFormatOptions, language = locale): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  let known = formats.get(key);
  if (!known) formats.set(key, (known = new Intl.DateTimeFormat(language, { ...options, timeZone: inZone(options.timeZone) })));
  return known;
}
/** A moment in the words of the language in use, in a zone that may be any that the server knows. */
export const format = (at: Date, options: Intl.DateTimeFormatOptions): string => formatOf(options).format(at);

export function isKnownZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false; // the server may know more names of zones than this browser
  }
}
/** What is announced in a zone that this browser does not know is shown in UTC, and says so. */
const inZone = (zone: string | undefined): string | undefined => (zone === undefined || isKnownZone(zone) ? zone : 'UTC');

const dayOf = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
const daysBetween = (a: Date, b: Date): number => Math.round((dayOf(b) - dayOf(a)) / DAY_MS);

let agos: Intl.RelativeTimeFormat | undefined;
/** "5 min. ago", "yesterday", "in 3 days"; older than a month: the date. */
export function relative(at: Date, now: Date): string {
  const words = (agos ??= new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }));
  const ms = at.getTime() - now.getTime();
  const days = daysBetween(now, at);
  if (Math.abs(ms) < MINUTE_MS) return words.format(0, 'second');
  if (Math.abs(ms) < HOUR_MS) return words.format(Math.trunc(ms / MINUTE_MS), 'minute');
  if (days === 0) return words.format(Math.trunc(ms / HOUR_MS), 'hour');
  if (Math.abs(days) < MOST_DAYS) return words.format(days, 'day');
  return date(at);
}

/** The same inside a sentence, where a date is “on 3 June 2026”. */
export const phrase = (at: Date, now: Date): string => (Math.abs(daysBetween(now, at)) < MOST_DAYS ? relative(at, now) : t.when.on(date(at)));

export const exact = (at: Date, zone?: string): string =>
  format(at, { dateStyle: 'full', timeStyle: 'short', timeZone: zone }) + ` (${zoneWord(at, zone)})`;

export const date = (at: Date, zone?: string): string =>
  format(at, { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone });

export const clock = (at: Date, zone?: string): string =>
  format(at, { hour: '2-digit', minute: '2-digit', timeZone: zone });

export const longDay = (at: Date, zone?: string): string =>
  format(at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: zone });

export function zoneWord(at: Date, zone?: string): string {
  const parts = formatOf({ timeZone: zone, timeZoneName: 'short' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}

/** What the clocks of a zone are called; by its own name where this browser has no other. */
export function zoneName(zone: string, language = locale): string {
  const parts = isKnownZone(zone) ? formatOf({ timeZone: zone, timeZoneName: 'longGeneric' }, language).formatToParts(new Date()) : [];
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone.replaceAll('_', ' ');
}

/** The heading of a day in a feed. */
export function dayHeading(at: Date, now: Date): string {
  const days = daysBetween(at, now);
  if (days === 0) return t.when.today;
  if (days === 1) return t.when.yesterday;
  return format(at, { weekday: 'long', day: 'numeric', month: 'long', year: at.getFullYear() === now.getFullYear() ? undefined : 'numeric' });
}

let nights: Intl.RelativeTimeFormat | undefined;
const inDays = (): Intl.RelativeTimeFormat => (nights ??= new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

/** How many nights ago it was where the reader is: what was said last evening was said yesterday, an hour after midnight. */
export const daysAgo = (at: Date, now: Date): string => inDays().format(-Math.max(0, daysBetween(at, now)), 'day');

/** A calendar date (`2022-06-21`), which has no zone, as words; and the same with its weekday. */
export const plainDate = (day: string): string => date(new Date(`${day}T12:00:00Z`), 'UTC');
export const dayNamed = (day: string): string => longDay(new Date(`${day}T12:00:00Z`), 'UTC');
/**
 * What a date field holds (`2022-06-21`, `2022-06-21T14:00`), with its weekday: the field itself follows the language of the
 * browser, where `04/12` may be either day. Nothing for what is not whole yet.
 */
export function chosen(value: string | undefined): string | undefined {
  const [, year, time] = /^(\d{4})-\d\d-\d\d(T\d\d:\d\d)?$/.exec(value ?? '') ?? [];
  if (year === undefined || Number(year) < 1000) return undefined;
  const at = new Date(`${value}${time ? '' : 'T12:00'}:00Z`);
  if (Number.isNaN(at.getTime())) return undefined;
  return format(at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', ...(time ? { hour: '2-digit', minute: '2-digit' } : {}), timeZone: 'UTC' });
}
export const today = (now: Date): string =>
  `${now.getFullYear()}-${`${now.getMonth() + 1}`.padStart(2, '0')}-${`${now.getDate()}`.padStart(2, '0')}`;

/** Milliseconds that a zone's clocks are ahead of UTC at an instant. */
function offsetMs(instant: number, zone: string): number {
  const parts = formatOf({ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' }, 'en-GB').formatToParts(instant);
  const n = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(n('year'), n('month') - 1, n('day'), n('hour'), n('minute'), n('second')) - Math.floor(instant / 1000) * 1000;
}

/** The instant at which clocks in `zone` show `wall` (`2022-06-21T14:00`); in a gap of summer time, the later side. */
export function instantOf(wall: string, zone: string): Date {
  const utc = Date.parse(`${wall}:00Z`);
  const guess = utc - offsetMs(utc, zone);
  return new Date(utc - offsetMs(guess, zone));
}

/** What clocks in `zone` show at an instant, in the form of a datetime-local field. */
export function wallOf(instant: Date, zone: string): string {
  return new Date(instant.getTime() + offsetMs(instant.getTime(), zone)).toISOString().slice(0, 16);
}
