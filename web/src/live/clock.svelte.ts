// The server's clock, as far as this browser can tell: of all frames that came, the one that took least time says how far
// its own clock is ahead. A phone that is minutes off would else offer the minute of grace too long, or never.
let ahead = Number.POSITIVE_INFINITY;

/** Something came just now that happened then, by the server's clock. */
export function heard(at: string | undefined, now = Date.now()): void {
  if (at !== undefined) ahead = Math.min(ahead, now - Date.parse(at));
}

/** By the server's clock, in milliseconds; by one's own until something was heard. */
export const serverNow = (now = Date.now()): number => (Number.isFinite(ahead) ? now - ahead : now);
