// The words for many people invited at once, from a table.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const roster = {
  title: 'Invite from a table',
  lead: 'For a coalition that moves in: a table of people, one a line. You see first what would become of each line. Nobody is mailed before you say so.',
  file: 'A file of comma-separated values', paste: 'Or paste the table here', placeholder: 'name,address,organisation,role',
  columns: 'The first line names the columns: name, address, organisation, role, list, mode, in any order. Only address and organisation are needed; an organisation goes by its name or its short name. A list goes by its short name, several with blanks between; mode says how their mail comes: each, digest, mime-digest, summary, special or none. At most 1,000 lines.',
  consented: 'These people have agreed already to be here', consentedHelp: 'The log keeps that you said so. Each still takes their seat by the link they get.',
  look: 'See what would happen', back: 'Change the table',
  send: (n: number) => counted(n, 'Invite 1 person', 'Invite # people'),
  tally: (fresh: number, known: number, refused: number) => `${fresh} new · ${known} known · ${refused} that cannot be invited`,
  done: (invited: number, known: number, refused: number) => `${invited} invited · ${known} known · ${refused} that could not be invited`,
  nobody: 'There is nobody to invite in this table.', again: 'Another table',
  states: { NEW: 'New', INVITED: 'Invited', KNOWN: 'Known', REFUSED: 'Not possible' },
  line: (n: number) => `Line ${n}`,
  tooLarge: 'The file is larger than 256 KiB. Divide it.', onlyConvenors: 'Convenors invite.',
};

export type RosterWords = Catalogue<typeof roster>;
