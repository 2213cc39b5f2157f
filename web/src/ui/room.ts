// Room at the bottom of the window for what is told there. Anyone who is at the end of what scrolls stays at the end, and
// what has the focus is not left underneath.

const NEAR_PX = 2;
const atEnd = (one: Element): boolean => one.scrollHeight - one.scrollTop - one.clientHeight <= NEAR_PX && one.scrollHeight > one.clientHeight;
/** The page, and an issue that stands beside its list and scrolls by itself. */
const scrollers = (): Element[] => [document.scrollingElement, ...document.querySelectorAll('[data-scrolls]')].filter((one) => one !== null);

/** Gives it this many pixels. `but`: what stands in it itself. */
export function makeRoom(px: number, but?: Element): void {
  const root = document.documentElement;
  const now = `${px}px`;
  if (root.style.getPropertyValue('--toasts') === now) return;
  const before = px > 0 ? scrollers().filter(atEnd) : [];
  root.style.setProperty('--toasts', now);
  for (const one of before) one.scrollTop = one.scrollHeight;
  if (px > 0) reveal(px, but);
}

/** What has the focus is brought out from under what has come to stand on so many pixels at the bottom. */
export function reveal(px: number, but?: Element): void {
  const at = document.activeElement;
  if (!at || at === document.body || at.id === 'main' || but?.contains(at)) return;
  const { top, bottom, height } = at.getBoundingClientRect();
  const free = innerHeight - px;
  if (top < innerHeight && bottom > free && height < free) at.scrollIntoView({ block: 'nearest' });
}
