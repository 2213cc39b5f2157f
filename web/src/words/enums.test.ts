// Pages and letters name the values of the API alike: the browser's catalogue and the server's, in all languages.
import { expect, it } from 'vitest';
import { enums as ar } from './enums.ar';
import { enums as en } from './enums.en';
import { enums as fr } from './enums.fr';

const files = import.meta.glob<string>('../../../server/platform/src/main/resources/words/enums.*.properties', { query: '?raw', import: 'default', eager: true });
const OURS = { en, fr, ar };
/** What a part of the browser's catalogue is called in the server's. */
const PARTS = {
  issueStates: 'IssueState', issueTypes: 'IssueType', priorities: 'Priority', updateKinds: 'Update.Kind', stages: 'Update.Stage', attributions: 'Update.Attribution',
  actionKinds: 'Action.Kind', actionStates: 'Action.State', attendance: 'Attendance', audiences: 'Audience',
} as const;
/** Parts that only one of the two names: roles and sides in pages, answers of organisations in letters. */
const BROWSER_ALONE = ['roles', 'sides'];
const SERVER_ALONE = ['Commitment.Answer'];
const AUDIENCES: Record<string, string> = { EVERYONE: 'everyone', CIVIL_SOCIETY: 'civil-society', withCompany: 'with-company', companyOnly: 'company-only', organisationOnly: 'organisation-only', between: 'between', NAMED: 'named' };

const partOf = (key: string): string => key.slice(0, key.lastIndexOf('.'));
/** `# …` is a comment; a value may hold an equals sign. */
function theirs(language: string): Map<string, string> {
  const text = Object.entries(files).find(([path]) => path.endsWith(`enums.${language}.properties`))?.[1] ?? '';
  const lines = text.split('\n').filter((line) => line.includes(' = ') && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(' = ')), line.slice(line.indexOf(' = ') + 3)] as const));
}
const inWords = (value: string, words: string | ((one: string, other: string) => string)): string => {
  if (typeof words === 'string') return words;
  return value === 'between' ? words('{organisation}', '{company}') : words(value === 'organisationOnly' ? '{organisation}' : '{company}', '');
};

it.each(['en', 'fr', 'ar'] as const)('%s: pages and letters name values alike', (language) => {
  const ours = Object.entries(PARTS).flatMap(([part, name]) =>
    Object.entries(OURS[language][part as keyof typeof PARTS]).map(([value, words]) => [`${name}.${name === 'Audience' ? (AUDIENCES[value] ?? value) : value}`, inWords(value, words)] as const));
  const shared = [...theirs(language)].filter(([key]) => !SERVER_ALONE.includes(partOf(key)));
  expect(shared.length).toBeGreaterThan(40);
  expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(shared));
});

it('each part is compared, or is named by one side alone', () => {
  expect(Object.keys(en).sort()).toEqual([...Object.keys(PARTS), ...BROWSER_ALONE].sort());
});
