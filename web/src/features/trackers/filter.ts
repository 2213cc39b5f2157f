// What the words of a filter mean of an issue: `is:open label:takedown assignee:me due:<7d org:"Press Union" notice`.
// The server reads the same (issues/filter); server/workspace/src/test/resources/filters/cases.json holds both to the same cases.
import type { Issue } from '../../api/types';
import { among, BETWEEN, days, daysOf, has, isCalled, isDay, isParty, oneOf, parse as read, unknownKey, type Asker, type Test, type Token, type Vocabulary } from '../query/language';

const STATES = ['triage', 'open', 'in_progress', 'waiting', 'done', 'declined'];
const TYPES = ['provision_concern', 'task', 'question', 'company_request', 'decision'];
const PRIORITIES = ['urgent', 'high', 'normal', 'low'];
const KEYS = 'state, type, priority, label, assignee, by, org, due, opened, changed, provision, is, has, field.NAME';
const closed = (issue: Issue): boolean => issue.state === 'DONE' || issue.state === 'DECLINED';
const called = (t: Token, value: string, known: string[], of: (issue: Issue) => string): Test<Issue> => {
  const name = oneOf(t, value, known);
  return (issue) => of(issue).toLowerCase() === name;
};

function vocabulary(asker: Asker): Vocabulary<Issue> {
  const overdue: Test<Issue> = (issue) => issue.due !== undefined && issue.due < asker.today && !closed(issue);
  const is: Record<string, Test<Issue>> = {
    open: (issue) => !closed(issue), closed, overdue, mine: (issue) => issue.assignees.includes(asker.me), watched: (issue) => issue.watchers.includes(asker.me),
  };
  const having: Record<string, Test<Issue>> = {
    due: (issue) => issue.due !== undefined, assignee: (issue) => issue.assignees.length > 0, label: (issue) => issue.labels.length > 0,
    checklist: (issue) => issue.checklist.length > 0, reference: (issue) => issue.reference !== undefined,
  };
  const own = (t: Token, value: string): Test<Issue> => {
    const field = t.key.slice('field.'.length);
    if (!t.key.startsWith('field.') || field === '') throw unknownKey(t, KEYS);
    if (value === 'none') return (issue) => issue.fields?.[field] === undefined;
    const on = daysOf(value, asker.today, false) ?? (() => false);
    return ({ fields: { [field]: own } = {} }) => own !== undefined && (has(own, value) || isParty(asker, own, value) || (isDay(own) && on(own)));
  };
  const due = (t: Token, value: string): Test<Issue> => {
    if (value === 'none') return (issue) => issue.due === undefined;
    if (value === 'overdue') return overdue;
    const matches = days(t, value, asker.today, false);
    return (issue) => issue.due !== undefined && matches(issue.due);
  };
  const when = (t: Token, value: string, at: (issue: Issue) => string): Test<Issue> => {
    const matches = days(t, value, asker.today, true);
    return (issue) => matches(asker.day(at(issue)));
  };
  const of = (t: Token, value: string): Test<Issue> => {
    switch (t.key) {
      case 'state': return value === 'closed' ? closed : called(t, value, STATES, (issue) => issue.state);
      case 'type': return called(t, value, TYPES, (issue) => issue.type);
      case 'priority': return called(t, value, PRIORITIES, (issue) => issue.priority);
      case 'label': return (issue) => (value === 'none' ? issue.labels.length === 0 : issue.labels.some((label) => label.toLowerCase() === value));
      case 'assignee': return (issue) => (value === 'none' ? issue.assignees.length === 0 : issue.assignees.some((seat) => isCalled(asker, seat, value)));
      case 'by': return (issue) => isCalled(asker, issue.openedBy, value);
      case 'org': return (issue) => issue.assignees.some((seat) => isParty(asker, asker.seat(seat)?.organisation, value));
      case 'due': return due(t, value);
      case 'opened': return when(t, value, (issue) => issue.openedAt);
      case 'changed': return when(t, value, (issue) => issue.changedAt);
      case 'provision': return (issue) => has(issue.provision, value) || cites(issue, value);
      case 'is': return among(t, value, is);
      case 'has': return among(t, value, having);
      default: return own(t, value);
    }
  };
  return { says: (issue, words) => textOf(issue).includes(words), of };
}

const cites = (issue: Issue, words: string): boolean => {
  const r = issue.reference;
  return r !== undefined && (has(r.document, words) || has(r.part, words) || has(r.number, words) || has(r.quote, words));
};
const texts = new WeakMap<Issue, string>();
/** Its words in small letters, made once: an issue that changes is another object. */
function textOf(issue: Issue): string {
  let text = texts.get(issue);
  if (text === undefined) {
    const r = issue.reference;
    text = [issue.title, issue.label, issue.provision, issue.description, r?.document, r?.part, r?.number, r?.quote, ...issue.labels].join(BETWEEN).toLowerCase();
    texts.set(issue, text);
  }
  return text;
}

/** Reads a filter of issues; throws a WrongTerm for what is not understood. */
export const parse = (text: string, asker: Asker): Test<Issue> => read(text, vocabulary(asker));
