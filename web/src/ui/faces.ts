// Pictures of people where their initials stand. The rules come after the first view, and ask for a picture only once
// somebody who has one is on the page; initials stay below it, so that nothing is missing while, or if, it does not come.
import { api, frameOf } from '../api/api';
import type { Seat } from '../api/types';

type Line = { saveData?: boolean; effectiveType?: string } | undefined;
/** Whoever saves data, or has a line on which a picture takes seconds, keeps the initials. */
export const spares = (line: Line): boolean => line?.saveData === true || /2g$/.test(line?.effectiveType ?? '');

export const pictureAt = (w: string, seat: Pick<Seat, 'id' | 'picture'>): string => api.at(w, 'seats', seat.id, 'pictures', seat.picture ?? '');

export function rulesOf(seats: Iterable<Pick<Seat, 'id' | 'picture'>>, where: (seat: Pick<Seat, 'id' | 'picture'>) => string): string {
  const rules: string[] = [];
  for (const seat of seats) {
    if (!seat.picture) continue;
    const one = `[data-face="${seat.id.replace(/["\\\n]/g, '')}"]`;
    rules.push(`${one}{position:relative;overflow:hidden}${one}::after{content:"";position:absolute;inset:0;border-radius:inherit;background:url("${where(seat).replace(/["\\\n]/g, encodeURIComponent)}") center/cover}`);
  }
  return rules.join('\n');
}

let sheet: CSSStyleSheet | undefined;
let said = '';
export function showFaces(w: string, seats: Iterable<Seat>): void {
  const line = (navigator as { connection?: Line }).connection;
  const rules = spares(line) ? '' : rulesOf(seats, (seat) => frameOf(pictureAt(w, seat)));
  if (rules === said) return;
  said = rules;
  if (!sheet) document.adoptedStyleSheets.push((sheet = new CSSStyleSheet()));
  sheet.replaceSync(rules);
}
