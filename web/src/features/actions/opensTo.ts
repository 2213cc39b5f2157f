// Who learns of an action under embargo once it opens.
import type { Organisation, Seat } from '../../api/types';
import { parse } from '../audience/audience';

/** If nobody says otherwise: the narrowest that has all who know of it. */
export function opensTo(audience: string, seats: readonly Pick<Seat, 'id' | 'organisation'>[], organisations: readonly Pick<Organisation, 'slug' | 'side'>[]): string {
  const named = parse(audience).seats ?? [];
  const slugs = new Set(seats.filter((seat) => named.includes(seat.id)).map((seat) => seat.organisation));
  const [company, other] = organisations.filter((one) => one.side === 'COMPANY' && slugs.has(one.slug));
  if (!company) return 'CIVIL_SOCIETY';
  return other ? 'EVERYONE' : `WITH_COMPANY(${company.slug})`;
}
