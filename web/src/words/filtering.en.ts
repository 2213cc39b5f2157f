// The words about filters, of issues and of actions alike; what is wrong with one is said as the server says it.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const filtering = {
  filter: 'Filter', help: 'Filter help', found: (n: number, all: number) => `${n} of ${all}`, clear: 'Clear filter', bothReaders: 'The same terms work in the API and in feeds.',
  offers: {
    title: 'Filter terms', help: 'Suggestions appear while you type. Use the arrow keys to move and Enter to choose.', is: 'Status', has: 'Has', opened: 'Opened', changed: 'Last changed', me: 'Me',
    stands: { open: 'Not done or declined', closed: 'Done or declined', overdue: 'Overdue', mine: 'Assigned to me', watched: 'Followed by me' },
    having: { due: 'Due date', assignee: 'Assignee', label: 'Labels', checklist: 'Checklist', reference: 'Cited provision' },
    week: 'Within a week, or overdue', month: 'Within 31 days, or overdue', lastWeek: 'In the last 7 days', lastMonth: 'In the last 31 days',
  },
  wrong: {
    key: (term: string, key: string, known: string) => `“${term}” is not valid: “${key}” is not a key. Use ${known}. Put words with a colon in quotes.`,
    value: (term: string, value: string, known: string) => `“${term}” is not valid: “${value}” is not possible here. Use ${known}.`,
    days: (term: string) => `“${term}” is not valid. Write days like <7d, >=2w, 2026-07-01, <2026-07-01 or today.`,
    terms: (term: string, most: number) => `“${term}” is too much. ${counted(most, 'The limit is # term.', 'The limit is # terms.')}`,
    quote: (term: string) => `“${term}” is not valid: a quote is not closed.`,
    missing: (term: string) => `“${term}” is not valid: a value is missing after the colon or the comma.`,
    values: (term: string, most: number) => `“${term}” has too many values. ${counted(most, 'The limit is # value.', 'The limit is # values.')}`,
    long: (_: string, chars: number, most: number) => `${counted(chars, 'This filter has # character.', 'This filter has # characters.')} ${counted(most, 'The limit is #.', 'The limit is #.')}`,
  },
  actions: {
    hint: 'is:open kind:call owner:me', mine: 'Mine', unanswered: 'Needs our answer', overdue: 'Overdue', anyEvent: 'Any event',
    phrase: 'joint call',
    stands: { open: 'Not done or called off', over: 'Done or called off', overdue: 'Overdue', mine: 'I am the owner', asked: 'We are asked to take part', unanswered: 'We are asked and have not answered', taking_part: 'We take part', embargoed: 'Under embargo' },
    having: { time: 'A time', place: 'A place', link: 'A link to join', agenda: 'An agenda', outcome: 'An outcome', reply: 'A reply of the agency' },
    keys: { asked: 'Asked to take part', side: 'Side of the owner', starts: 'Starts', due: 'Due', by: 'Planned by', planned: 'Planned on', place: 'Place', nextWeek: 'In the next 7 days', nextMonth: 'In the next 31 days' },
    examples: { open: 'Not done or called off', event: 'Reviews, calls, press conferences and meetings', state: 'In one of these states', owner: 'Owned by me; also a name', due: 'Due within a week, or overdue', starts: 'Starts in these days', org: 'Owned by them, or they are asked and have not declined', asked: 'They are asked to take part', strategy: 'With this strategy', not: 'Without overdue ones', words: 'These words, in title, text, place or agenda' },
  },
};

export type FilteringWords = Catalogue<typeof filtering>;
