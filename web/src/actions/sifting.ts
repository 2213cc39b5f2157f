// Which actions somebody wants to see: whose, of which kind, and whether their own organisation is asked to take part.
// The address says it, so that a link and a reload show the same. Pure.
import type { Action } from '../api/types';

/** `of`: a side, or an organisation by its short name; what is empty is not asked for. */
export interface Wished { of: string; kind: string; strategy: string; asked: boolean }

/** Who belongs where, and the reader's own organisation. */
export interface Parties { organisationOf: (seat: string) => string | undefined; sideOf: (organisation: string | undefined) => string | undefined; mine: string }

export const PARTS = ['of', 'kind', 'strategy', 'asked'] as const;
export const SIDES = ['CIVIL_SOCIETY', 'COMPANY'] as const;

export const wishedIn = (query: URLSearchParams): Wished => ({ of: query.get('of') ?? '', kind: query.get('kind') ?? '', strategy: query.get('strategy') ?? '', asked: query.has('asked') });

export const isWished = ({ of, kind, strategy, asked }: Wished): boolean => of !== '' || kind !== '' || strategy !== '' || asked;

/** The same address with this part of the question otherwise; undefined leaves it out. */
export function askFor(path: string, query: URLSearchParams, parts: Partial<Record<string, string | undefined>>): string {
  const now = new URLSearchParams(query);
  for (const [name, value] of Object.entries(parts)) if (value === undefined) now.delete(name); else now.set(name, value);
  return now.size > 0 ? `${path}?${now}` : path;
}

/** Whose an action is: its owner's, and of an organisation also what it is asked for or has not declined. */
function isOf(action: Action, of: string, { organisationOf, sideOf }: Parties): boolean {
  const owner = organisationOf(action.owner);
  if ((SIDES as readonly string[]).includes(of)) return sideOf(owner) === of;
  const said = action.commitments.find((one) => one.organisation === of)?.answer;
  return owner === of || (said ? said !== 'WILL_NOT' : action.organisations.includes(of));
}

export const sifted = (actions: Action[], wished: Wished, parties: Parties): Action[] =>
  isWished(wished)
    ? actions.filter((action) => (!wished.of || isOf(action, wished.of, parties)) && (!wished.kind || action.kind === wished.kind)
        && (!wished.strategy || action.strategies.some((one) => one === wished.strategy)) && (!wished.asked || action.organisations.includes(parties.mine)))
    : actions;
