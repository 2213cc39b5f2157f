// The lines of a table that were looked at, mended in place and written as a table again.
import type { RosterRow } from '../../api/types';

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
