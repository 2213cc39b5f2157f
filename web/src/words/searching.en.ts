// The words of the search page.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const searching = {
  title: 'Search', label: 'What are you looking for?', placeholder: 'Words, or "a phrase"', go: 'Search', older: 'Show older ones',
  found: (n: number) => counted(n, 'Found in 1 conversation', 'Found in # conversations'),
  more: (n: number) => counted(n, 'and 1 more place here', 'and # more places here'),
  making: 'What can be found here is being made ready. Your search is answered as soon as nothing is missing from it.',
  nothing: 'Nothing here that you can read says that.', nothingHelp: 'Try fewer words, or another form of them. All that you write must stand in one post.',
  how: 'What you can ask', all: 'All of it must hold. Search finds what you can read, and nothing else; newest first.',
  examples: [
    ['removal notice', 'Both words, in any of their forms: English, French, Arabic'],
    ['"within 24 hours"', 'These words, next to each other'],
    ['from:amina', 'What somebody wrote, by name, organisation or address'],
    ['list:coalition', 'On one list, or in a tracker by its key'],
    ['after:2026-06 before:2026-09', 'From a day, month or year on, and before one'],
    ['has:attachment', 'Letters with files'],
    ['memo -draft', 'Without a word. A minus also goes before a phrase, from:, list: and has:; alone, it asks for all else'],
  ] as [string, string][],
};

export type SearchingWords = Catalogue<typeof searching>;
