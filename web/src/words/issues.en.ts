// What an issue has besides words, people and a date, and the filter over a tracker. Apart from the rest, since only trackers need it.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const issues = {
  type: 'Type', priority: 'Priority', labels: 'Labels', noLabels: 'No labels', labelFirst: 'Add labels', labelsHelp: 'Separated by commas', reference: 'Provision cited', setReference: 'Cite a provision',
  assignMe: (label: string) => `Assign ${label} to me`,
  document: 'Document', part: 'Part', number: 'Number', quote: 'Quote',
  checklist: 'Checklist', checked: (done: number, all: number) => `${done} of ${all} done`, checklistFirst: 'Add a checklist', addCheck: 'Add item', newCheck: 'New item', removeCheck: (line: string) => `Remove: ${line}`,
  follow: 'Follow', unfollow: 'Stop following', followers: (n: number) => counted(n, '# person follows', '# people follow'), followHelp: 'Followers are notified by email.',
  relations: 'Related issues', relateFirst: 'Link another issue', relate: 'Add', relateTo: 'Key of the other issue', takeBack: (label: string) => `Remove: ${label}`, kind: 'Relation',
  kinds: { BLOCKS: ['Blocks', 'Is blocked by'], DUPLICATES: ['Duplicate of', 'Has duplicate'], CHILD_OF: ['Part of', 'Has part'], RELATES: ['Related to', 'Related to'], EVIDENCED_BY: ['Has evidence', 'Is evidence of'] } as Record<string, [string, string]>,
  relateEvidence: 'Key of an issue, or address of a page here',
  elsewhere: { thread: 'A thread', entry: 'A message', update: 'An update', action: 'An action' } as Record<string, string>,
  filterHint: 'is:open label:takedown assignee:me',
  sort: 'Order', sorts: { usual: 'By state, then date', due: 'Due first', priority: 'Highest priority first', changed: 'Last changed first', opened: 'Newest first', title: 'By title' },
  group: 'Group by', groups: { none: 'None', state: 'State', assignee: 'Person', priority: 'Priority', label: 'Label', type: 'Type', due: 'Due date' },
  dues: { overdue: 'Overdue', week: 'Within 7 days', month: 'Within 31 days', later: 'Later', none: 'No due date' }, coming: (n: number) => counted(n, '# issue loaded, more to come', '# issues loaded, more to come'),
  chosenOnes: 'Selection', choose: (label: string) => `Select ${label}`, chosen: (n: number) => counted(n, '# selected', '# selected'), change: 'Change…', chooseAll: 'Select all shown', chooseAllShort: 'All', chooseNone: 'Clear selection',
  changeMany: (n: number) => counted(n, 'Change 1 issue', 'Change # issues'), changeHelp: 'Fields you leave unchanged stay as they are in each issue.', asItIs: 'No change', assignAnew: 'Reassign to', addLabels: 'Add labels', removeLabels: 'Remove labels',
  changing: (done: number, all: number) => `Changing: ${done} of ${all}`, changed: (n: number) => counted(n, '# issue changed', '# issues changed'), undone: (n: number) => counted(n, 'Undone in # issue', 'Undone in # issues'), notChanged: (n: number) => counted(n, '# was not changed', '# were not changed'),
  manyLabels: (most: number) => counted(most, 'The limit is # label.', 'The limit is # labels.'), longLabel: (most: number) => counted(most, 'The limit for a label is # character.', 'The limit for a label is # characters.'),
  waiting: 'Waiting for me', overdue: 'Overdue', unassigned: 'Unassigned', calendar: 'Calendar', noDates: 'No issue shown here has a due date.',
  examples: [ ['is:open', 'Not done or declined'], ['state:waiting,triage', 'In one of these states'], ['assignee:me', 'Assigned to me; also assignee:none, or a name'], ['due:<7d', 'Due within a week, or overdue'], ['label:"small platforms"', 'With this label'], ['org:"Press Union"', 'Assigned to someone of this organisation'], ['priority:urgent,high', 'One of these priorities'], ['-label:press', 'Without this label'], ['"within 24 hours"', 'These words, in title, text or provision'], ] as [string, string][],
};

export type IssuesWords = Catalogue<typeof issues>;
