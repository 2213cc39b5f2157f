// What the words of a filter mean of an action: `kind:event state:planned owner:me org:"Press Union" due:<7d appeals`.
// The server reads the same (actions/filter); server/workspace/src/test/resources/filters/actions.json holds both to the same cases.
import type { Action } from '../../api/types';
import { among, BETWEEN, days, has, isCalled, isParty, oneOf, parse as read, unknownKey, type Asker, type Test, type Token, type Vocabulary } from '../query/language';
import { awaited, isOver } from './agenda';
import { dayIn } from './month';

/** Who filters, with the side that an organisation is of. */
export interface ActionAsker extends Asker { sideOf: (organisation: string | undefined) => string | undefined }

/** People meet for these: they pass by themselves, done or not. */
const EVENTS = ['REVIEW', 'CALL', 'PRESS_CONFERENCE', 'MEETING'];
export const KINDS = [...EVENTS, 'SUBMISSION', 'STATEMENT', 'TASK', 'DEADLINE'] as Action['kind'][];
export const SIDES = ['CIVIL_SOCIETY', 'COMPANY'] as const;
export const STRATEGIES = ['RESEARCH', 'PUBLIC_ADVOCACY', 'PRIVATE_ADVOCACY', 'INVESTOR_ENGAGEMENT', 'CONSUMER_AWARENESS', 'MULTISTAKEHOLDER_INITIATIVE', 'OTHER'] as const;
export const STATES = ['PLANNED', 'UNDER_WAY', 'DONE', 'CALLED_OFF'];
const KEYS = 'kind, state, owner, by, org, side, asked, strategy, starts, due, planned, changed, place, is, has';
/** A constant as filters write it. */
export const small = (constant: string | undefined): string => constant?.toLowerCase() ?? '';
const isEvent: Test<Action> = (action) => EVENTS.includes(action.kind);

/** Its first day, in the zone it is announced in; none if its time is open. */
const first = (action: Action): string[] => (action.startsAt ? [dayIn(action.startsAt, action.zone)] : []);
/** A whole day ends at the midnight after it. */
const last = (action: Action): string[] => (action.startsAt && action.endsAt && action.endsAt > action.startsAt ? [dayIn(new Date(Date.parse(action.endsAt) - 1).toISOString(), action.zone)] : first(action));
const waited = (action: Action): string[] => [awaited(action)].filter((day) => day !== undefined);
/** By when it is to be there: its last day, and that by which an agency is to answer it. */
const dues = (action: Action): string[] => [...last(action), ...waited(action)];

function vocabulary(asker: ActionAsker): Vocabulary<Action> {
  const mine = asker.seat(asker.me)?.organisation;
  const past = (days: string[]): boolean => days.some((day) => day < asker.today);
  const overdue: Test<Action> = (action) => past(waited(action)) || (!isOver(action) && !isEvent(action) && past(last(action)));
  const answer = (action: Action, party: string | undefined): string | undefined => action.commitments.find((one) => one.organisation === party)?.answer;
  const asked: Test<Action> = (action) => mine !== undefined && action.organisations.includes(mine);
  const is: Record<string, Test<Action>> = {
    open: (action) => !isOver(action), over: isOver, overdue, mine: (action) => action.owner === asker.me, asked,
    unanswered: (action) => asked(action) && answer(action, mine) === undefined, 'taking-part': (action) => answer(action, mine) === 'WILL', embargoed: (action) => action.embargo !== undefined,
  };
  const having: Record<string, Test<Action>> = {
    time: (action) => action.startsAt !== undefined, place: (action) => said(action.place), link: (action) => said(action.link), agenda: (action) => said(action.agenda),
    outcome: (action) => said(action.outcome), reply: (action) => action.replies.length > 0,
  };
  /** An organisation's are those it sees to, takes part in, or is asked for and has not declined. */
  const isOf = (action: Action, words: string): boolean =>
    isParty(asker, asker.seat(action.owner)?.organisation, words)
    || [...action.organisations, ...action.commitments.map((one) => one.organisation)].some((party) => isParty(asker, party, words) && answer(action, party) !== 'WILL_NOT');
  const day = (t: Token, value: string, of: (action: Action) => string[]): Test<Action> => {
    if (value === 'none') return (action) => of(action).length === 0;
    if (value === 'overdue' && t.key === 'due') return overdue;
    const matches = days(t, value, asker.today, false);
    return (action) => of(action).some(matches);
  };
  const ago = (t: Token, value: string, at: (action: Action) => string): Test<Action> => {
    const matches = days(t, value, asker.today, true);
    return (action) => matches(asker.day(at(action)));
  };
  const named = (t: Token, value: string, known: readonly string[], of: (action: Action) => string | undefined, besides: Record<string, Test<Action>> = {}): Test<Action> => {
    if (Object.hasOwn(besides, value)) return besides[value] as Test<Action>;
    const name = oneOf(t, value, known.map(small), Object.keys(besides));
    return (action) => small(of(action)) === name;
  };
  const strategy = (t: Token, value: string): Test<Action> => {
    if (value === 'none') return (action) => action.strategies.length === 0;
    const name = oneOf(t, value, STRATEGIES.map(small));
    return (action) => action.strategies.some((one) => small(one) === name);
  };
  const of = (t: Token, value: string): Test<Action> => {
    switch (t.key) {
      case 'kind': return named(t, value, KINDS, (action) => action.kind, { event: isEvent });
      case 'state': return named(t, value, STATES, (action) => action.state, { over: isOver });
      case 'owner': return (action) => isCalled(asker, action.owner, value);
      case 'by': return (action) => isCalled(asker, action.plannedBy, value);
      case 'org': return (action) => isOf(action, value);
      case 'side': return named(t, value, SIDES, (action) => asker.sideOf(asker.seat(action.owner)?.organisation));
      case 'asked': return (action) => action.organisations.some((party) => isParty(asker, party, value));
      case 'strategy': return strategy(t, value);
      case 'starts': return day(t, value, first);
      case 'due': return day(t, value, dues);
      case 'planned': return ago(t, value, (action) => action.plannedAt);
      case 'changed': return ago(t, value, (action) => action.changedAt);
      case 'place': return (action) => has(action.place, value);
      case 'is': return among(t, value, is);
      case 'has': return among(t, value, having);
      default: throw unknownKey(t, KEYS);
    }
  };
  return { says: (action, words) => textOf(action).includes(words), of };
}

const said = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';
const texts = new WeakMap<Action, string>();
/** Its words in small letters, made once: an action that changes is another object. */
function textOf(action: Action): string {
  let text = texts.get(action);
  if (text === undefined) {
    text = [action.title, action.description, action.place, action.outcome, action.agenda, action.channel, action.receipt].join(BETWEEN).toLowerCase();
    texts.set(action, text);
  }
  return text;
}

/** Reads a filter of actions; throws a WrongTerm for what is not understood. */
export const parse = (text: string, asker: ActionAsker): Test<Action> => read(text, vocabulary(asker));
