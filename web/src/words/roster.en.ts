// The words for many people invited at once, from a table.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const roster = {
  title: 'Invite from a table',
  lead: 'For a coalition that moves to Caucus: a table with one person per line. You first see a preview of each line. No one is emailed before you confirm.',
  file: 'File (CSV)', paste: 'Or paste the table here', placeholder: 'name,address,organisation,role',
  columns: 'The first line names the columns: name, address, organisation, role, list, mode, in any order. Only address and organisation are required. Give an organisation by its name or short name, and a list by its short name, with spaces between several lists. Set mode to each, digest, mime-digest, summary, special or none. The limit is 1,000 lines.',
  consented: 'These people have already agreed to join', consentedHelp: 'The audit log records your statement. Each person still joins with the link they get.',
  look: 'Preview', back: 'Edit table',
  send: (n: number) => counted(n, 'Invite 1 person', 'Invite # people'),
  tally: (fresh: number, known: number, refused: number) => `${fresh} new · ${known} already members or invited · ${refused} cannot be invited`,
  done: (invited: number, known: number, refused: number) => `${invited} invited · ${known} already members or invited · ${refused} could not be invited`,
  nobody: 'No one in this table can be invited.', again: 'Use another table',
  states: { NEW: 'New', INVITED: 'Invited', KNOWN: 'Already here', REFUSED: 'Cannot be invited' },
  line: (n: number) => `Line ${n}`,
  tooLarge: 'The file is too large. The limit is 256 KB. Split it.', onlyConvenors: 'Only convenors can invite.',
};

export type RosterWords = Catalogue<typeof roster>;
