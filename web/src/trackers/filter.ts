// Which issues somebody wants to see, as they write it: `is:open label:takedown assignee:me due:<7d org:"Press Union" notice`.
// The server reads the same language (issues/filter); server/src/test/resources/filters/cases.json holds both to the same cases.
import type { Issue } from '../api/types';

/** Who filters, and when: what `me` and `today` are, and what seats and organisations are called. */
export interface Asker {
  me: string;
  /** as 2026-06-15, where the reader is */
  today: string;
  /** an instant's day, where the reader is */
  day: (instant: string) => string;
  seat: (id: string) => { name: string; organisation: string } | undefined;
  organisation: (slug: string) => string | undefined;
}

/** A term that is not understood, and why: in English, as the server says it. */
export class WrongTerm extends Error {
  constructor(readonly term: string, readonly why: string) {
    super(`"${term}" is not understood: ${why}.`);
  }
}

interface Token { written: string; not: boolean; key: string; values: string[] }
type Test = (issue: Issue) => boolean;

export const MAX_CHARS = 1000;
const MAX_TERMS = 30;
const MAX_VALUES = 20;
const BLANKS = ' \t\r\n';
const DAY_MS = 86_400_000;
const STATES = ['triage', 'open', 'in_progress', 'waiting', 'done', 'declined'];
const TYPES = ['provision_concern', 'task', 'question', 'company_request', 'decision'];
const PRIORITIES = ['urgent', 'high', 'normal', 'low'];
const KEYS = 'state, type, priority, label, assignee, by, org, due, opened, changed, provision, is, has, field.NAME';
const closed = (issue: Issue): boolean => issue.state === 'DONE' || issue.state === 'DECLINED';
const has = (text: string | undefined, words: string): boolean => text !== undefined && text.toLowerCase().includes(words);

function end(text: string, from: number, stops: string): number {
  let quoted = false;
  for (let i = from; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '"') quoted = !quoted;
    else if (!quoted && stops.includes(c)) return i;
  }
  if (quoted) throw new WrongTerm(text.slice(from), 'a quote is not closed');
  return text.length;
}

const plain = (quoted: string): string => quoted.replaceAll('"', '').toLowerCase();

function values(written: string, list: string): string[] {
  const all: string[] = [];
  for (let at = 0; at <= list.length;) {
    const to = end(list, at, ',');
    const value = plain(list.slice(at, to));
    if (value === '') throw new WrongTerm(written, 'a value is missing after the colon or the comma');
    if (all.length === MAX_VALUES) throw new WrongTerm(written, `a term has at most ${MAX_VALUES} values`);
    all.push(value);
    at = to + 1;
  }
  return all;
}

function token(written: string): Token {
  const not = written.length > 1 && written.startsWith('-');
  const rest = not ? written.slice(1) : written;
  const colon = rest.indexOf(':');
  const quote = rest.indexOf('"');
  if (colon < 0 || (quote >= 0 && quote < colon)) return { written, not, key: '', values: [plain(rest)] };
  return { written, not, key: rest.slice(0, colon).toLowerCase(), values: values(written, rest.slice(colon + 1)) };
}

function tokens(text: string): Token[] {
  const all: Token[] = [];
  for (let at = 0; at < text.length;) {
    if (BLANKS.includes(text.charAt(at))) at++;
    else {
      const to = end(text, at, BLANKS);
      if (all.length === MAX_TERMS) throw new WrongTerm(text.slice(at, to), `a filter has at most ${MAX_TERMS} terms`);
      all.push(token(text.slice(at, to)));
      at = to;
    }
  }
  return all;
}

const inDays = (today: string, days: number): string => new Date(Date.parse(today) + days * DAY_MS).toISOString().slice(0, 10);
const isDay = (words: string): boolean => /^\d{4}-\d\d-\d\d$/.test(words) && !Number.isNaN(Date.parse(words)) && new Date(words).toISOString().startsWith(words);

function dayOf(words: string, today: string, backwards: boolean): string | undefined {
  if (words === 'today') return today;
  const relative = /^(-?\d{1,4})([dw])$/.exec(words);
  if (relative) return inDays(today, Number(relative[1]) * (relative[2] === 'w' ? 7 : 1) * (backwards ? -1 : 1));
  return isDay(words) ? words : undefined;
}

/** Which days a value means: a number of days counts forwards for what is to come, backwards for what has been. */
function days(t: Token, value: string, today: string, backwards: boolean): (day: string) => boolean {
  const range = value.indexOf('..');
  if (range > 0) {
    const from = dayOf(value.slice(0, range), today, backwards);
    const until = dayOf(value.slice(range + 2), today, backwards);
    if (from !== undefined && until !== undefined) return (day) => day >= from && day <= until;
  }
  const compared = /^(<=|>=|<|>|=|)(-?\d{1,4}[dw]|\d{4}-\d\d-\d\d|today)$/.exec(value);
  const day = compared ? dayOf(compared[2] ?? '', today, backwards) : undefined;
  if (day === undefined) throw new WrongTerm(t.written, 'days are written like <7d, >=2w, 2026-07-01, <2026-07-01 or today');
  const sign = compared?.[1] ?? '';
  const turned = backwards && /[dw]$/.test(value) ? sign.replace(/[<>]/, (c) => (c === '<' ? '>' : '<')) : sign;
  switch (turned) {
    case '<': return (d) => d < day;
    case '<=': return (d) => d <= day;
    case '>': return (d) => d > day;
    case '>=': return (d) => d >= day;
    default: return (d) => d === day;
  }
}

function oneOf(t: Token, value: string, known: string[], of: (issue: Issue) => string): Test {
  const name = value.replaceAll('-', '_').replaceAll(' ', '_');
  if (!known.includes(name)) throw new WrongTerm(t.written, `"${value}" is none of ${known.join(', ')}`);
  return (issue) => of(issue).toLowerCase() === name;
}

function meaning(asker: Asker): (t: Token, value: string) => Test {
  const called = (id: string, words: string): boolean => (words === 'me' ? id === asker.me : id === words || has(asker.seat(id)?.name, words));
  const of = (id: string, words: string): boolean => {
    const slug = asker.seat(id)?.organisation;
    return slug !== undefined && (slug === words || has(asker.organisation(slug), words));
  };
  const overdue: Test = (issue) => issue.due !== undefined && issue.due < asker.today && !closed(issue);
  const is: Record<string, Test> = {
    open: (issue) => !closed(issue), closed, overdue, mine: (issue) => issue.assignees.includes(asker.me), watched: (issue) => issue.watchers.includes(asker.me),
  };
  const having: Record<string, Test> = {
    due: (issue) => issue.due !== undefined, assignee: (issue) => issue.assignees.length > 0, label: (issue) => issue.labels.length > 0,
    checklist: (issue) => issue.checklist.length > 0, reference: (issue) => issue.reference !== undefined,
  };
  const among = (t: Token, value: string, tests: Record<string, Test>): Test => {
    if (!Object.hasOwn(tests, value)) throw new WrongTerm(t.written, `"${value}" is none of ${Object.keys(tests).join(', ')}`);
    return tests[value] as Test;
  };
  const own = (t: Token, value: string): Test => {
    const field = t.key.slice('field.'.length);
    if (!t.key.startsWith('field.') || field === '') throw new WrongTerm(t.written, `there is no key "${t.key}". Known are ${KEYS}; words with a colon stand in quotes`);
    return (issue) => (value === 'none' ? issue.fields?.[field] === undefined : has(issue.fields?.[field], value));
  };
  const due = (t: Token, value: string): Test => {
    if (value === 'none') return (issue) => issue.due === undefined;
    if (value === 'overdue') return overdue;
    const matches = days(t, value, asker.today, false);
    return (issue) => issue.due !== undefined && matches(issue.due);
  };
  const when = (t: Token, value: string, at: (issue: Issue) => string): Test => {
    const matches = days(t, value, asker.today, true);
    return (issue) => matches(asker.day(at(issue)));
  };
  return (t, value) => {
    switch (t.key) {
      case 'state': return value === 'closed' ? closed : oneOf(t, value, STATES, (issue) => issue.state);
      case 'type': return oneOf(t, value, TYPES, (issue) => issue.type);
      case 'priority': return oneOf(t, value, PRIORITIES, (issue) => issue.priority);
      case 'label': return (issue) => (value === 'none' ? issue.labels.length === 0 : issue.labels.some((label) => label.toLowerCase() === value));
      case 'assignee': return (issue) => (value === 'none' ? issue.assignees.length === 0 : issue.assignees.some((seat) => called(seat, value)));
      case 'by': return (issue) => called(issue.openedBy, value);
      case 'org': return (issue) => issue.assignees.some((seat) => of(seat, value));
      case 'due': return due(t, value);
      case 'opened': return when(t, value, (issue) => issue.openedAt);
      case 'changed': return when(t, value, (issue) => issue.changedAt);
      case 'provision': return (issue) => has(issue.provision, value) || cites(issue, value);
      case 'is': return among(t, value, is);
      case 'has': return among(t, value, having);
      default: return own(t, value);
    }
  };
}

const cites = (issue: Issue, words: string): boolean => {
  const r = issue.reference;
  return r !== undefined && (has(r.document, words) || has(r.part, words) || has(r.number, words) || has(r.quote, words));
};
const BETWEEN = '\u0000'; // no words reach from one text into the next
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
const says = (issue: Issue, words: string): boolean => textOf(issue).includes(words);

/** Reads a filter; throws a WrongTerm for what is not understood. What it found of an issue it knows until that changes. */
export function parse(text: string, asker: Asker): Test {
  if (text.length > MAX_CHARS) throw new WrongTerm(`${text.slice(0, 20)}…`, `this has ${text.length} characters; at most ${MAX_CHARS} are read`);
  const of = meaning(asker);
  const terms = tokens(text).map((t): Test => {
    const any = t.key === '' ? [(issue: Issue): boolean => says(issue, t.values[0] ?? '')] : t.values.map((value) => of(t, value));
    const test: Test = (issue) => any.some((one) => one(issue));
    return t.not ? (issue) => !test(issue) : test;
  });
  const found = new WeakMap<Issue, boolean>();
  return (issue) => {
    let passes = found.get(issue);
    if (passes === undefined) found.set(issue, (passes = terms.every((term) => term(issue))));
    return passes;
  };
}
