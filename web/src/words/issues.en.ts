// What an issue has besides words, people and a date, and the filter over a tracker. Apart from the rest, since only trackers need it.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const issues = {
  type: 'Type', priority: 'Priority', labels: 'Labels', noLabels: 'No labels', labelFirst: 'Add labels', labelsHelp: 'Divided by commas', reference: 'Provision cited', setReference: 'Cite a provision',
  assignMe: (label: string) => `Assign ${label} to me`,
  document: 'Document', part: 'Part', number: 'Number', quote: 'Its words',
  checklist: 'Checklist', checked: (done: number, all: number) => `${done} of ${all} done`, checklistFirst: 'Add a checklist', addCheck: 'Add a line', newCheck: 'What is to be done?', removeCheck: (line: string) => `Remove: ${line}`,
  follow: 'Follow', unfollow: 'Stop following', followers: (n: number) => counted(n, '# person follows', '# people follow'), followHelp: 'Followers of an issue hear of it by mail.',
  relations: 'Has to do with', relateFirst: 'Link another issue', relate: 'Add', relateTo: 'Label of the other issue', takeBack: (label: string) => `Take back: ${label}`, kind: 'How',
  kinds: { BLOCKS: ['Blocks', 'Is blocked by'], DUPLICATES: ['Is the same as', 'Has the duplicate'], CHILD_OF: ['Is part of', 'Has the part'], RELATES: ['Has to do with', 'Has to do with'], EVIDENCED_BY: ['Is shown by', 'Is evidence of'] } as Record<string, [string, string]>,
  relateEvidence: 'Label of an issue, or address of a page here',
  elsewhere: { thread: 'A thread', entry: 'A post', update: 'An update', action: 'An action' } as Record<string, string>,
  filterHint: 'is:open label:takedown assignee:me',
  sort: 'Order', sorts: { usual: 'By state, then date', due: 'Due first', priority: 'Most pressing first', changed: 'Last changed first', opened: 'Newest first', title: 'By title' },
  group: 'Groups', groups: { none: 'None', state: 'By state', assignee: 'By person', priority: 'By priority', label: 'By label', type: 'By type', due: 'By due date' },
  dues: { overdue: 'Overdue', week: 'Within 7 days', month: 'Within 31 days', later: 'Later', none: 'No date' }, coming: (n: number) => counted(n, '# issue read, more are on their way', '# issues read, more are on their way'),
  chosenOnes: 'What is chosen', choose: (label: string) => `Choose ${label}`, chosen: (n: number) => counted(n, '# chosen', '# chosen'), change: 'Change…', chooseAll: 'Choose all shown', chooseAllShort: 'All', chooseNone: 'Choose none',
  changeMany: (n: number) => counted(n, 'Change 1 issue', 'Change # issues'), changeHelp: 'What you leave as it is here stays as it is in each of them.', asItIs: 'As it is', assignAnew: 'Assign instead to', addLabels: 'Add labels', removeLabels: 'Take labels off',
  changing: (done: number, all: number) => `Changing: ${done} of ${all}`, changed: (n: number) => counted(n, '# issue changed', '# issues changed'), undone: (n: number) => counted(n, 'Undone in # issue', 'Undone in # issues'), notChanged: (n: number) => counted(n, '# was not changed', '# were not changed'),
  manyLabels: (most: number) => counted(most, 'At most # label.', 'At most # labels.'), longLabel: (most: number) => counted(most, 'A label has at most # character.', 'A label has at most # characters.'),
  waiting: 'Waiting for me', overdue: 'Overdue', unassigned: 'Nobody yet', calendar: 'Calendar', noDates: 'No issue shown here has a date.',
  examples: [
    ['is:open', 'Not done and not declined'], ['state:waiting,triage', 'In one of these states'], ['assignee:me', 'Mine; also assignee:none, or a name'], ['due:<7d', 'Due within a week, or overdue'],
    ['label:"small platforms"', 'With this label'], ['org:"Press Union"', 'Assigned to someone of this organisation'], ['priority:urgent,high', 'One of these'], ['-label:press', 'Without it'], ['"within 24 hours"', 'These words, in title, text or provision'],
  ] as [string, string][],
};

export type IssuesWords = Catalogue<typeof issues>;
