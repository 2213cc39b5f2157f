import { expect, it } from 'vitest';
import { account as accountAr } from './account.ar';
import { account as accountEn } from './account.en';
import { account as accountFr } from './account.fr';
import { acting as actionsAr } from './actions.ar';
import { acting as actionsEn } from './actions.en';
import { acting as actionsFr } from './actions.fr';
import { bell as bellAr } from './bell.ar';
import { bell as bellEn } from './bell.en';
import { bell as bellFr } from './bell.fr';
import { formatting as formattingAr } from './formatting.ar';
import { formatting as formattingEn } from './formatting.en';
import { formatting as formattingFr } from './formatting.fr';
import { filtering as filteringAr } from './filtering.ar';
import { filtering as filteringEn } from './filtering.en';
import { filtering as filteringFr } from './filtering.fr';
import { hearing as hearingAr } from './hearing.ar';
import { issues as issuesAr } from './issues.ar';
import { hearing as hearingEn } from './hearing.en';
import { issues as issuesEn } from './issues.en';
import { hearing as hearingFr } from './hearing.fr';
import { issues as issuesFr } from './issues.fr';
import { mailing as mailingAr } from './mailing.ar';
import { mailing as mailingEn } from './mailing.en';
import { mailing as mailingFr } from './mailing.fr';
import { membership as membershipAr } from './membership.ar';
import { membership as membershipEn } from './membership.en';
import { membership as membershipFr } from './membership.fr';
import { searching as searchingAr } from './searching.ar';
import { searching as searchingEn } from './searching.en';
import { searching as searchingFr } from './searching.fr';
import { moderation as moderationAr } from './moderation.ar';
import { moderation as moderationEn } from './moderation.en';
import { moderation as moderationFr } from './moderation.fr';
import { post as postAr } from './post.ar';
import { post as postEn } from './post.en';
import { post as postFr } from './post.fr';
import { tracking as trackingAr } from './tracking.ar';
import { tracking as trackingEn } from './tracking.en';
import { tracking as trackingFr } from './tracking.fr';
import { updatesMore as updatesAr } from './updates.ar';
import { updatesMore as updatesEn } from './updates.en';
import { updatesMore as updatesFr } from './updates.fr';
import { ar } from './ar';
import { en } from './en';
import { fr } from './fr';

const kinds = Object.keys(import.meta.glob('../../../server/workspace/src/test/resources/golden/*.json')).map((path) => path.split('/').at(-1)?.replace('.json', '') ?? '').filter((name) => !/\d{4}-\d{2}(-\d{2})?$/.test(name));

const catalogues = { en: { t: en, account: accountEn, actions: actionsEn, bell: bellEn, filtering: filteringEn, formatting: formattingEn, hearing: hearingEn, issues: issuesEn, mailing: mailingEn, membership: membershipEn, moderation: moderationEn, searching: searchingEn, post: postEn, tracking: trackingEn, updates: updatesEn }, fr: { t: fr, account: accountFr, actions: actionsFr, bell: bellFr, filtering: filteringFr, formatting: formattingFr, hearing: hearingFr, issues: issuesFr, mailing: mailingFr, membership: membershipFr, moderation: moderationFr, searching: searchingFr, post: postFr, tracking: trackingFr, updates: updatesFr }, ar: { t: ar, account: accountAr, actions: actionsAr, bell: bellAr, filtering: filteringAr, formatting: formattingAr, hearing: hearingAr, issues: issuesAr, mailing: mailingAr, membership: membershipAr, moderation: moderationAr, searching: searchingAr, post: postAr, tracking: trackingAr, updates: updatesAr } };

const sources = import.meta.glob<string>('../**/*.svelte', { query: '?raw', import: 'default', eager: true });
const svelte = Object.entries(sources).map(([path, text]) => ({ file: path.replace('../', ''), text }));

function* leaves(words: unknown, path: string): Generator<[string, unknown]> {
  if (typeof words === 'object' && words !== null) for (const [name, value] of Object.entries(words)) yield* leaves(value, `${path}.${name}`);
  else yield [path, words];
}

/** A ratchet: it only goes down. */
const MOST_GLUED = 12;

const said = (path: string, words: unknown): string => {
  if (typeof words !== 'function') return String(words);
  const sample = words.length > 0 && path.match(/including|companiesRead/) ? [['Brightline', 'Northwind'], ['Brightline', 'Northwind']] : path.endsWith('newcomers') ? [2, ['Brightline', 'Northwind']] : [1, 2];
  return String((words as (...all: unknown[]) => string)(...sample));
};

it.each(Object.entries(catalogues))('%s: every entry says something, also for one and for many', (_, words) => {
  for (const [path, entry] of leaves(words, '')) expect(said(path, entry).trim(), path).not.toBe('');
});

it.each(Object.entries(catalogues))('%s: has the entries that English has, and no others', (_, words) => {
  const paths = (one: unknown): string[] => [...leaves(one, '')].map(([path]) => path).sort();
  expect(paths(words)).toEqual(paths(catalogues.en));
});

it('says what every kind of event is', () => {
  expect(kinds.length).toBeGreaterThan(60);
  expect(kinds.filter((kind) => !en.verbs[kind])).toEqual([]);
});

it('Arabic is in Arabic letters, but for the names of things that have none', () => {
  const latin = [...leaves(catalogues.ar, '')].filter(([path, words]) => !/\p{Script=Arabic}/u.test(said(path, words))).map(([path]) => path);
  expect(latin.length).toBeLessThan(30);
});

it('reads the components', () => expect(svelte.length).toBeGreaterThan(50));

it('no component carries a visible sentence of its own', () => {
  for (const { file, text } of svelte) {
    const markup = text.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<style[\s\S]*?<\/style>/g, '').replace(/\{[^{}]*\}/g, '').replace(/\{[^{}]*\}/g, '').replace(/\{[^{}]*\}/g, '');
    const visible = [...markup.matchAll(/>([^<>{}]*)</g)].map((found) => found[1]?.trim() ?? '').filter((words) => /[A-Za-z]{3,}/.test(words.replace(/&\w+;/g, '')));
    expect(visible, file).toEqual([]);
    expect([...markup.matchAll(/\b(?:aria-label|title|placeholder|alt)="([^"{]*[A-Za-z]{3,}[^"{]*)"/g)].map((found) => found[1]), file).toEqual([]);
  }
});

it('a colon and a comma between two things are those of the language', () => {
  const left = svelte.flatMap(({ file, text }) => {
    const markup = text.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<style[\s\S]*?<\/style>/g, '');
    return (markup.match(/.{0,20}(?:[}>]: (?=[<{"$])|[}>]:(?=<)|\? ', ').{0,10}/g) ?? []).map((found) => `${file}: ${found}`);
  });
  expect(left.length, left.join('\n')).toBeLessThanOrEqual(MOST_GLUED);
});

it('nothing writes HTML or an inline style, which the content security policy forbids', () => {
  for (const { file, text } of svelte) expect(/\{@html|innerHTML|\sstyle="/.test(text), file).toBe(false);
});

it('components stay small and features stay apart', () => {
  const features = ['activity', 'lists', 'trackers', 'updates', 'actions', 'people', 'holds', 'sign-in'];
  for (const { file, text } of svelte) {
    expect(text.split('\n').length, file).toBeLessThanOrEqual(150);
    const own = file.split('/')[0] ?? '';
    const imported = [...text.matchAll(/from '\.\.\/([a-z-]+)\//g)].map((found) => found[1] ?? '');
    if (features.includes(own)) expect(imported.filter((one) => features.includes(one)), file).toEqual([]);
  }
});

it('no French sign that stands apart begins a line, nor does an opening quote end one', () => {
  for (const [path, words] of leaves(catalogues.fr, 'fr')) expect(said(path, words), path).not.toMatch(/« | [»?!;:](?=\s|$)/u);
});
