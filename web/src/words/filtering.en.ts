// The words about filters, of issues and of actions alike; what is wrong with one is said as the server says it.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const filtering = {
  filter: 'Filter', help: 'How to filter', found: (n: number, all: number) => `${n} of ${all}`, clear: 'Show all again', bothReaders: 'The same words work in the API and in feeds.',
  offers: {
    title: 'What a filter can ask', help: 'While you write, ways to go on are listed: arrows lead there, Enter takes one.', is: 'How it stands', has: 'What it has', opened: 'When it was opened', changed: 'When it was changed last', me: 'Me',
    stands: { open: 'Not done and not declined', closed: 'Done or declined', overdue: 'Overdue', mine: 'Assigned to me', watched: 'What I follow' },
    having: { due: 'A date', assignee: 'Somebody who sees to it', label: 'Labels', checklist: 'A checklist', reference: 'A provision cited' },
    week: 'Within a week, or overdue', month: 'Within 31 days, or overdue', lastWeek: 'In the last 7 days', lastMonth: 'In the last 31 days',
  },
  wrong: {
    key: (term: string, key: string, known: string) => `“${term}” is not understood: there is no key “${key}”. Known are ${known}; words with a colon stand in quotes.`,
    value: (term: string, value: string, known: string) => `“${term}” is not understood: “${value}” is not one of ${known}.`,
    days: (term: string) => `“${term}” is not understood: days are written like <7d, >=2w, 2026-07-01, <2026-07-01 or today.`,
    terms: (term: string, most: number) => `“${term}” is not understood: ${counted(most, 'a filter has at most # term.', 'a filter has at most # terms.')}`,
    quote: (term: string) => `“${term}” is not understood: a quote is not closed.`,
    missing: (term: string) => `“${term}” is not understood: a value is missing after the colon or the comma.`,
    values: (term: string, most: number) => `“${term}” is not understood: ${counted(most, 'a term has at most # value.', 'a term has at most # values.')}`,
    long: (_: string, chars: number, most: number) => `${counted(chars, 'This filter has # character', 'This filter has # characters')}; ${counted(most, 'at most # is read.', 'at most # are read.')}`,
  },
  actions: {
    hint: 'is:open kind:call owner:me', mine: 'Mine', unanswered: 'Waits for our answer', overdue: 'Overdue', anyEvent: 'Any event',
    phrase: 'joint call',
    stands: { open: 'Not done and not called off', over: 'Done or called off', overdue: 'Overdue', mine: 'What I see to', asked: 'We are asked to take part', unanswered: 'We are asked and have not answered', taking_part: 'We take part', embargoed: 'Under embargo' },
    having: { time: 'A time', place: 'A place', link: 'A link to join', agenda: 'An agenda', outcome: 'An outcome', reply: 'A reply of the agency' },
    keys: { asked: 'Who is asked to take part', side: 'Whose side sees to it', starts: 'When it begins', due: 'By when', by: 'Planned by', planned: 'When it was planned', place: 'Where', nextWeek: 'In the next 7 days', nextMonth: 'In the next 31 days' },
    examples: { open: 'Not done and not called off', event: 'Reviews, calls, press conferences and meetings', state: 'In one of these states', owner: 'Mine; also a name', due: 'Within a week, or past', starts: 'Begins in these days', org: 'Theirs, or asked of them and not declined', asked: 'They are asked to take part', strategy: 'By this strategy', not: 'Without what is overdue', words: 'These words, in title, text, place or agenda' },
  },
};

export type FilteringWords = Catalogue<typeof filtering>;
