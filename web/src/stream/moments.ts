// The order of things in time. The server writes instants in UTC with 0, 3, 6 or 9 digits of a second, and others may
// write an offset, so the order of their letters is not the order of time: "…:19Z" is before "…:19.5Z".

/** The digits of a second as nanoseconds, as text of one length. */
const fraction = (at: string): string => (/\.(\d+)/.exec(at)?.[1] ?? '').padEnd(9, '0');

/** Earlier first, to the nanosecond; what has no time comes last. For `sort`. */
export function byTime(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const ms = Date.parse(a) - Date.parse(b);
  if (ms !== 0) return ms;
  return fraction(a) < fraction(b) ? -1 : Number(fraction(a) > fraction(b));
}
