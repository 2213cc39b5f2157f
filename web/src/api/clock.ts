// The server's clock, as far as this browser can tell: each answer says when it was given (`Date`), each frame when what
// it tells of happened, and the one that took least time is the best. A phone that is a day off would else say
// "yesterday" of what is written now, call overdue what is due tomorrow, and offer the minute of grace never, or too long.
//
// Held against the time since the page began, which nobody sets: a clock that is put right meanwhile changes nothing.
let since = Number.NEGATIVE_INFINITY;
let told: () => void = () => {};

/** `act` is called whenever more is known of the server's clock. */
export function whenHeard(act: () => void): void {
  told = act;
}

/** By the server's clock it was at least then when this came. `at`: as `Date` or a frame has it. */
export function heard(at: string | null | undefined, age = performance.now()): void {
  const then = Date.parse(at ?? '');
  if (Number.isNaN(then) || then - age <= since) return;
  since = then - age;
  told();
}

/** By the server's clock, in milliseconds; by one's own until something was heard. */
export const serverNow = (age = performance.now()): number => (Number.isFinite(since) ? since + age : Date.now());
