// The words for many people invited at once, from a table.
export const roster = {
  title: 'Invite from a table',
  lead: 'For a coalition that moves in: a table of people, one a line. You see first what would become of each line. Nobody is mailed before you say so.',
  file: 'A file of comma-separated values', paste: 'Or paste the table here', placeholder: 'name,address,organisation,role',
  columns: 'The first line names the columns: name, address, organisation, role, in any order. Name and role may be left out; an organisation goes by its name or its short name. At most 1,000 lines.',
  look: 'See what would happen', back: 'Change the table',
  send: (n: number) => (n === 1 ? 'Invite 1 person' : `Invite ${n} people`),
  tally: (fresh: number, known: number, refused: number) => `${fresh} new · ${known} known · ${refused} that cannot be invited`,
  done: (invited: number, known: number, refused: number) => `${invited} invited · ${known} known · ${refused} that could not be invited`,
  nobody: 'There is nobody to invite in this table.', again: 'Another table',
  states: { NEW: 'New', INVITED: 'Invited', KNOWN: 'Known', REFUSED: 'Not possible' },
  line: (n: number) => `Line ${n}`, who: 'Who', what: 'What becomes of it',
  tooLarge: 'The file is larger than 256 KiB. Divide it.', onlyConvenors: 'Convenors invite.',
};
