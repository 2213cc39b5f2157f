// The words for many people invited at once, from a table.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const roster = {
  title: 'Invite from a table',
  lead: 'Paste people from a spreadsheet, an address book or an email. You first see a preview of each line. No one is emailed before you confirm.',
  file: 'File (CSV)', paste: 'Or paste the table here', placeholder: 'Name\tEmail\tOrganisation',
  columns: 'Usual column names are understood in English, French and Arabic, for example Name, Email, Organisation, Role; or paste without them. The columns list and mode set the delivery of lists. The limit is 1,000 lines, and 200 invitations a day.',
  columnsMore: 'Give an organisation by its name or short name, and a list by its short name, with spaces between several lists. Set mode to each, digest, mime-digest, summary, special or none.',
  without: 'Organisation of people without one', noOne: 'Choose later', ignored: (heads: string) => `Columns not used: ${heads}.`, manyToday: 'You can send 200 invitations a day. Those above the limit are not sent today.',
  check: 'Check again', leaveOut: 'Leave out', leaveOutOf: (who: string) => `Leave out ${who}`, changed: 'You changed lines. Check them again before you invite.', gets: 'Gets an email with an invitation',
  consented: 'These people have already agreed to join', consentedHelp: 'The audit log records your statement. Each person still joins with the link they get.',
  unknown: (n: number) => counted(n, '1 organisation is not in this workspace yet', '# organisations are not in this workspace yet'), unknownHelp: 'The side of an organisation decides what its people can read. A new organisation can read only new content.',
  chooseSide: 'Choose a side…', theRest: (n: number) => counted(n, 'Civil society for the other one', 'Civil society for the other #'), add: (n: number) => counted(n, 'Add 1 organisation', 'Add # organisations'), propose: (n: number) => counted(n, 'Propose 1 organisation', 'Propose # organisations'),
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
