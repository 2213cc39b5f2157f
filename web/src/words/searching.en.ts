// The words of the search page.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const searching = {
  title: 'Search', label: 'Search this workspace', placeholder: 'Words, or "a phrase"', go: 'Search', older: 'Show older results',
  found: (n: number) => counted(n, '# result', '# results'),
  more: (n: number) => counted(n, 'and 1 more place here', 'and # more places here'),
  making: 'Search is being prepared. Results will appear in a moment.',
  nothing: 'No results', nothingHelp: 'Try fewer words. All of them must appear in the same message.',
  how: 'Search help', all: 'All conditions must match. You only find what you can read. Newest first.',
  examples: [
    ['removal notice', 'Both words, in any form: English, French, Arabic'],
    ['"within 24 hours"', 'These words, next to each other'],
    ['from:amina', 'Written by this person, organisation or address'],
    ['list:coalition', 'In one list, or in a tracker by its key'],
    ['after:2026-06 before:2026-09', 'From one day, month or year on, and before another'],
    ['has:attachment', 'Emails with files'],
    ['memo -draft', 'Without this word. A minus also works before a phrase, from:, list: and has:. Alone, it finds everything else'],
  ] as [string, string][],
};

export type SearchingWords = Catalogue<typeof searching>;
