// Who may read: the words, icons, order and head counts of audiences. Pure. The server decides who *may* read
// (rule R1); this module only says it in words and groups the seats it was given.
import type { AudienceChoice, AudienceOrganisation, Organisation, Seat } from '../../api/types';
import { t } from '../../words/words';

export type Kind = 'EVERYONE' | 'CIVIL_SOCIETY' | 'WITH_COMPANY' | 'COMPANY_ONLY' | 'ORGANISATION_ONLY' | 'BETWEEN' | 'NAMED';
export interface Audience {
  kind: Kind;
  company?: string;
  organisation?: string;
  seats?: string[];
}

/** The colour family in tokens.css. */
export const TONES: Record<Kind, string> = {
  EVERYONE: 'everyone', CIVIL_SOCIETY: 'civil', WITH_COMPANY: 'with', COMPANY_ONLY: 'only', ORGANISATION_ONLY: 'only', BETWEEN: 'with',
  NAMED: 'named',
};
const WIDTH: Record<Kind, number> = { EVERYONE: 0, WITH_COMPANY: 1, CIVIL_SOCIETY: 2, BETWEEN: 3, COMPANY_ONLY: 4, ORGANISATION_ONLY: 5, NAMED: 6 };

/** Reads the contract's form: `EVERYONE`, `WITH_COMPANY(slug)`, `BETWEEN(organisation,company)`, `NAMED(a,b)`; what is unknown is shown as named people. */
export function parse(text: string): Audience {
  const found = /^([A-Z_]+)(?:\(([^)]*)\))?$/.exec(text);
  const kind = (found?.[1] ?? 'NAMED') as Kind;
  const inside = found?.[2] ?? '';
  if (kind === 'WITH_COMPANY' || kind === 'COMPANY_ONLY') return { kind, company: inside };
  if (kind === 'ORGANISATION_ONLY') return { kind, organisation: inside };
  if (kind === 'BETWEEN') {
    const [organisation = '', company = ''] = inside.split(',');
    return { kind, organisation, company };
  }
  if (kind === 'EVERYONE' || kind === 'CIVIL_SOCIETY') return { kind };
  return { kind: 'NAMED', seats: inside === '' ? [] : inside.split(',') };
}

export const named = (seats: Iterable<string>): string => `NAMED(${[...new Set(seats)].sort().join(',')})`;

/** The word on the chip, with company and organisation by name. */
export function label(text: string, nameOf: (slug: string) => string): string {
  const audience = parse(text);
  switch (audience.kind) {
    case 'EVERYONE': return t.enums.audiences.EVERYONE;
    case 'CIVIL_SOCIETY': return t.enums.audiences.CIVIL_SOCIETY;
    case 'WITH_COMPANY': return t.enums.audiences.withCompany(nameOf(audience.company ?? ''));
    case 'COMPANY_ONLY': return t.enums.audiences.companyOnly(nameOf(audience.company ?? ''));
    case 'ORGANISATION_ONLY': return t.enums.audiences.organisationOnly(nameOf(audience.organisation ?? ''));
    case 'BETWEEN': return t.enums.audiences.between(nameOf(audience.organisation ?? ''), nameOf(audience.company ?? ''));
    case 'NAMED': return t.enums.audiences.NAMED;
  }
}

/** Widest first; for audiences of one kind the larger first. */
export function byWidth(a: { audience: string; readers: number }, b: { audience: string; readers: number }): number {
  return WIDTH[parse(a.audience).kind] - WIDTH[parse(b.audience).kind] || b.readers - a.readers;
}

/** The audiences a seat of this organisation can be offered, without named people: those of the sides and companies, and its own. */
export function offered(all: Iterable<{ slug: string; side: string }>, mine: string): string[] {
  const organisations = [...all];
  const companies = organisations.filter((one) => one.side === 'COMPANY').map((one) => one.slug);
  const civil = organisations.filter((one) => one.side !== 'COMPANY').map((one) => one.slug);
  return [
    'EVERYONE', 'CIVIL_SOCIETY', ...companies.flatMap((one) => [`WITH_COMPANY(${one})`, `COMPANY_ONLY(${one})`]),
    ...(civil.includes(mine) ? [...companies.map((one) => `BETWEEN(${mine},${one})`), `ORGANISATION_ONLY(${mine})`] : []),
    ...(companies.includes(mine) ? civil.map((one) => `BETWEEN(${one},${mine})`) : []),
  ];
}

/** What is narrower than a ceiling, of a side, a company or the reader's own organisation, widest first. */
export function narrowerThan(ceiling: string, companies: string[], mine?: string): string[] {
  const { kind, company, organisation } = parse(ceiling);
  const wide = kind === 'EVERYONE' || kind === 'WITH_COMPANY';
  if (!wide && kind !== 'CIVIL_SOCIETY' && kind !== 'BETWEEN') return [];
  const office = kind === 'BETWEEN' ? organisation : mine !== undefined && !companies.includes(mine) ? mine : undefined;
  const of = kind === 'EVERYONE' ? companies : kind !== 'CIVIL_SOCIETY' && company ? [company] : [];
  const all = [
    ...(wide ? ['CIVIL_SOCIETY', ...of.map((one) => `WITH_COMPANY(${one})`)] : []),
    ...(office ? of.map((one) => `BETWEEN(${office},${one})`) : []),
    ...of.map((one) => `COMPANY_ONLY(${one})`),
    ...(office ? [`ORGANISATION_ONLY(${office})`] : []),
  ];
  return all.filter((one) => one !== ceiling);
}

/** Companies first, since that is what an author must not overlook; then by name. */
export function companiesFirst(a: { side: string; name: string }, b: { side: string; name: string }): number {
  if (a.side !== b.side) return a.side === 'COMPANY' ? -1 : 1;
  return a.name.localeCompare(b.name);
}

function inside(audience: Audience, seat: Seat, organisation: Organisation): boolean {
  switch (audience.kind) {
    case 'EVERYONE': return true;
    case 'CIVIL_SOCIETY': return organisation.side === 'CIVIL_SOCIETY';
    case 'WITH_COMPANY': return organisation.side === 'CIVIL_SOCIETY' || organisation.slug === audience.company;
    case 'COMPANY_ONLY': return organisation.slug === audience.company;
    case 'ORGANISATION_ONLY': return organisation.slug === audience.organisation;
    case 'BETWEEN': return organisation.slug === audience.organisation || organisation.slug === audience.company;
    case 'NAMED': return audience.seats?.includes(seat.id) ?? false;
  }
}

/** Those named, and the person who took over from one of them: history belongs to the seat (rule R6). */
function withSuccessors(named: string[], seats: Iterable<Seat>): string[] {
  const successors = new Map([...seats].flatMap((seat) => (seat.successor ? [[seat.id, seat.successor] as const] : [])));
  const all = new Set(named);
  for (const one of all) if (successors.has(one)) all.add(successors.get(one) ?? one); // a set also walks what is added meanwhile
  return [...all];
}

/** The active seats of an audience by organisation, companies first, from what the browser already holds. */
export function readersOf(text: string, seats: Iterable<Seat>, organisations: Iterable<Organisation>): AudienceOrganisation[] {
  const audience = parse(text);
  if (audience.seats) audience.seats = withSuccessors(audience.seats, seats);
  const bySlug = new Map([...organisations].map((o) => [o.slug, o]));
  const groups = new Map<string, AudienceOrganisation>();
  for (const seat of seats) {
    const organisation = bySlug.get(seat.organisation);
    if (!organisation || seat.end || !inside(audience, seat, organisation)) continue;
    const { slug, name, side } = organisation;
    const group = groups.get(slug) ?? { slug, name, side, seats: [] };
    group.seats.push(seat.id);
    groups.set(slug, group);
  }
  return [...groups.values()].sort(companiesFirst);
}

/** Who reads it and is not one of those that were shown, nor took over from one of them. */
export function newcomersTo(text: string, shown: string[], seats: Seat[], organisations: Organisation[]): AudienceOrganisation[] {
  const known = new Set(withSuccessors(shown, seats));
  return readersOf(text, seats, organisations)
    .map((one) => ({ ...one, seats: one.seats.filter((seat) => !known.has(seat)) }))
    .filter((one) => one.seats.length > 0);
}

/** The seats that read each of these, and those that read any of them. */
export function readersOfAll(texts: string[], seats: Seat[], organisations: Organisation[]): { each: string[]; any: string[] } {
  const times = new Map<string, number>();
  const all = [...new Set(texts)];
  for (const text of all) for (const group of readersOf(text, seats, organisations)) for (const seat of group.seats) times.set(seat, (times.get(seat) ?? 0) + 1);
  return { each: [...times].filter(([, n]) => n === all.length).map(([seat]) => seat), any: [...times.keys()] };
}

export const heads = (groups: AudienceOrganisation[]): number => groups.reduce((sum, group) => sum + group.seats.length, 0);

/** What the send button says; for the widest audience it names the companies that will read. */
export function sendLabel(choice: AudienceChoice): string {
  const companies = choice.organisations.filter((o) => o.side === 'COMPANY').map((o) => o.name).sort();
  const wide = parse(choice.audience).kind === 'EVERYONE';
  return wide && companies.length > 0 ? t.send.including(choice.readers, choice.organisations.length, companies) : t.send.to(choice.readers, choice.organisations.length);
}
