// The words of what becomes of updates: corrections, stages, questions, links. Apart from the rest, since few views need them.
export const updatesMore = {
  retractedBy: 'Taken back by', retractedHelp: 'The company no longer stands by this. It stays to be seen, since others may have relied on it.',
  provision: 'Provision', provisionHelp: 'For example: Part I, 3. Leave it empty if it is about the whole.', due: 'Promised by', dueHelp: 'Only if the company promises it by a day.', overdue: 'The day has passed', kept: 'Kept', links: 'Belongs to', issues: 'Issues it belongs to', issuesHelp: 'Their labels, such as COP-12, with commas between.', more: 'Provision, promise, issues',
  stage: 'How far is it?', stageNote: 'What does that mean? (may be empty)', stageSave: 'Save the stage', stageSaved: 'Everyone who reads this hears of it.',
  correct: 'Correct it', correctTitle: 'Correct this update', correctHelp: 'Readers see what it says now and what it said before, and hear of it by mail.', correctNote: 'Why? (may be empty)', correctDo: 'Correct it',
  retract: 'Take it back', retractTitle: 'Take this update back', retractHelp: 'It stays to be seen, marked, with your reason. Everyone who reads it hears of it. This cannot be undone.', reason: 'Why?', retractDo: 'Take it back',
  read: 'We have read this', readNamed: (organisation: string) => `Say for ${organisation}: we have read this`, readBy: 'Read by', readByNone: 'No organisation has said yet that it read this.', readDone: 'Your organisation has said that it read this.',
  past: (n: number) => (n === 1 ? 'What changed: once' : `What changed: ${n} times`), before: 'It said before', staged: 'It was', why: 'Why',
  feeds: {
    open: 'Read in a feed reader', title: 'Updates in a feed reader', help: 'An address of your own for a feed reader. It shows what you may read here at that moment, and opens nothing else. Whoever has it reads it: treat it like a password. It ends with your seat.',
    shown: 'Copy it now: it is shown this once.', copy: 'Copy', copyNamed: (form: string) => `Copy the address for ${form}`, copied: 'Copied.', name: 'Which reader is it for?', which: 'Which updates?', all: 'All companies', make: 'Make an address', revoke: 'Revoke', revokeNamed: (name: string) => `Revoke ${name}`, revoked: 'That address is gone for good.', none: 'No feed reader reads for you.',
  },
  questions: 'Questions to the company', open: 'Waits for an answer', answered: 'Answered', toAnswer: 'The answer', toQuestion: 'The question',
};
