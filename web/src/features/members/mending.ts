// The lines of a table that were looked at, mended in place and written as a table again.
import type { RosterRow, Side } from '../../api/types';

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const COLUMNS = 'name,address,organisation,role,list,mode';

/** The rows that are still to be invited or mended, and the line each had in what was pasted. */
export function tableOf(rows: readonly RosterRow[], lineOf: (row: RosterRow) => number): { csv: string; lines: number[] } {
  const lines: number[] = [];
  const written = [COLUMNS];
  for (const row of rows) {
    if (row.state === 'KNOWN' || row.state === 'INVITED') continue;
    const modes = [...new Set(row.lists.map((one) => one.mode))];
    for (const mode of modes.length > 0 ? modes : ['']) {
      const lists = row.lists.filter((one) => one.mode === mode).map((one) => one.list);
      written.push([row.name, row.address, row.organisation, row.role, lists.join(' '), mode].map(cell).join(','));
      lines.push(lineOf(row));
    }
  }
  return { csv: `${written.join('\n')}\n`, lines };
}

/** An organisation that rows name and nobody knows; its side where their roles leave no doubt. */
export interface Unknown { name: string; side?: Side }

/** Those of the rows that are named by nothing that is known, each once, in the order of the rows. */
export function unknownOf(rows: readonly RosterRow[], known: (slug: string) => boolean): Unknown[] {
  const named = new Map<string, { name: string; roles: Set<string> }>();
  for (const { state, organisation, role } of rows) {
    if (state !== 'REFUSED' || !organisation || known(organisation)) continue;
    const one = named.get(organisation.toLowerCase()) ?? { name: organisation, roles: new Set() };
    named.set(organisation.toLowerCase(), one);
    one.roles.add(role);
  }
  return [...named.values()].map(({ name, roles }) => ({ name, ...([...roles].every((role) => role === 'LIAISON') ? { side: 'COMPANY' as const } : {}) }));
}

const USUAL: Record<Side, Record<string, string>> = { COMPANY: { MEMBER: 'LIAISON' }, CIVIL_SOCIETY: { LIAISON: 'MEMBER' } };

/** The rows, once it is known which side their organisations are on: where a table names no role, people are what most of their side are. */
export function fitting(rows: readonly RosterRow[], sides: ReadonlyMap<string, Side>): RosterRow[] {
  const all = new Map([...sides].map(([name, side]) => [name.toLowerCase(), side]));
  return rows.map((row) => {
    const side = all.get(row.organisation.toLowerCase());
    return { ...row, role: (side && USUAL[side][row.role]) ?? row.role };
  });
}

/** That short name, or the next that nobody has; a name that gives none is called by what it is. */
export function freeSlug(wished: string, taken: (slug: string) => boolean): string {
  const first = wished || 'organisation';
  for (let n = 1; ; n++) {
    const slug = n === 1 ? first : `${first.slice(0, 59)}-${n}`;
    if (!taken(slug)) return slug;
  }
}
