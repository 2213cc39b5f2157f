import { describe, expect, it } from 'vitest';
import { ar } from './ar';
import { counted as countedAr } from './counts.ar';
import { counted as countedEn } from './counts.en';
import { and as andFr, bytes as bytesFr, counted as countedFr } from './counts.fr';
import { en } from './en';
import { fr } from './fr';
import { LANGUAGES, type Language } from './language';
import { argumentsOf, leaves, said, wordsOf } from './testing';

const kinds = Object.keys(import.meta.glob('../../../server/workspace/src/test/resources/golden/*.json')).map((path) => path.split('/').at(-1)?.replace('.json', '') ?? '').filter((name) => !/\d{4}-\d{2}(-\d{2})?$/.test(name));

/** One number for each form that CLDR has in a language, so that each is said. */
const NUMBERS: Record<Language, number[]> = { en: [0, 1, 2], fr: [0, 1, 2, 1_000_000], ar: [0, 1, 2, 3, 11, 100] };
const languages = Object.keys(LANGUAGES) as Language[];
const catalogues = Object.fromEntries(languages.map((language) => [language, wordsOf(language)])) as Record<Language, ReturnType<typeof wordsOf>>;
const english = new Map(leaves(catalogues.en, ''));
const catalogueFiles = Object.entries(import.meta.glob<string>(['./*.en.ts', './*.fr.ts', './*.ar.ts', './en.ts', './fr.ts', './ar.ts'], { query: '?raw', import: 'default', eager: true }));

const sources = import.meta.glob<string>('../**/*.svelte', { query: '?raw', import: 'default', eager: true });
const svelte = Object.entries(sources).map(([path, text]) => ({ file: path.replace('../', ''), text }));

/** A ratchet: it only goes down. */
const MOST_GLUED = 12;

describe.each(languages)('%s', (language) => {
  const words = new Map(leaves(catalogues[language], ''));

  it('has a file for each catalogue of the folder', () => {
    expect(Object.keys(catalogues[language]).sort()).toEqual(Object.keys(catalogues.en).sort());
    expect(Object.keys(catalogues.en)).toEqual(expect.arrayContaining(['begin', 'imports', 'invitations', 'roster', 't']));
  });

  it('has the entries that English has, and no others', () => expect([...words.keys()].sort()).toEqual([...english.keys()].sort()));

  it('says each argument that English says, and leaves a place for each part that a page puts in', () => {
    const places = (entry: unknown): string[] => (said(entry).match(/\{\w+\}/g) ?? []).sort();
    for (const [path, entry] of words) expect(places(entry), path).toEqual(places(english.get(path)));
    for (const [path, entry] of words) expect(argumentsOf(entry), `${path}: ${said(entry)}`).toEqual(argumentsOf(english.get(path)));
  });

  it('says something for each form of a number', () => {
    for (const [path, entry] of words) for (const n of NUMBERS[language]) expect(said(entry, n), `${path} of ${n}`).toMatch(/^(?=[\s\S]*\S)(?!.*(?:undefined|NaN|\[object|#(?![!\w]))).*/);
  });
});

it('would see an argument that is left out, and a form that is', () => {
  expect(argumentsOf((n: number, name: string) => countedEn(n, `# of ${name}`, '# of them'))).toEqual([0]);
  expect(argumentsOf((name: string, n: number) => countedAr(n, '', '', '', '', `# ${name}`, ''))).toEqual([0, 1]);
  expect(said((n: number) => countedAr(n, '0', '1', '2', '', 'many', 'other'), 3)).toBe('');
});

it('counts as each language does', () => {
  expect(NUMBERS.en.map((n) => countedEn(n, '# letter differs', '# letters differ'))).toEqual(['0 letters differ', '1 letter differs', '2 letters differ']);
  expect(NUMBERS.fr.map((n) => countedFr(n, '# organisation', '# organisations').replaceAll('\u202f', ' '))).toEqual(['0 organisation', '1 organisation', '2 organisations', '1 000 000 d’organisations']);
  expect(NUMBERS.ar.map((n) => countedAr(n, 'zero', 'one', 'two', 'few #', 'many #', 'other #'))).toEqual(['zero', 'one', 'two', 'few 3', 'many 11', 'other 100']);
  expect(andFr(['A', 'B', 'C'])).toBe('A, B et C');
  expect([500, 25 * 1024 * 1024].map(bytesFr).map((size) => size.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' '))).toEqual(['500 octets', '25 Mo']);
});

it('leaves the choice of a form to the plural rules, with nothing in a form that comes from elsewhere', () => {
  for (const [file, text] of catalogueFiles) {
    expect(text.match(/\w\s*(?:===\s*[12]|<\s*[23]|>\s*1)\s*\?/g) ?? [], file).toEqual([]);
    // numbers may stand beside the number that is counted; a name with a “#” in it may not
    for (const [form] of text.replace(/counted\([^`\n()]*\)/g, '').matchAll(/`[^`\n]*#[^`\n]*`/g)) expect(form.match(/\$\{(?!(?:all|of)\})[^}]*\}/g) ?? [], `${file}: ${form}`).toEqual([]);
  }
});

it('says what every kind of event is, in a whole sentence with who did it and one without', () => {
  expect(kinds.length).toBeGreaterThan(60);
  for (const { acts } of [en, fr, ar]) {
    expect(kinds.filter((kind) => !acts[kind])).toEqual([]);
    for (const [kind, [by, alone]] of Object.entries(acts)) {
      expect([...by.matchAll(/\{\w+\}/g)].map(([place]) => place).sort(), kind).toEqual(['{actor}', '{item}']);
      expect([...alone.matchAll(/\{\w+\}/g)].map(([place]) => place).filter((place) => place !== '{item}'), kind).toEqual([]);
    }
  }
});

it('Arabic is in Arabic letters, but for the names of things that have none', () => {
  const latin = [...leaves(catalogues.ar, '')].filter(([, words]) => !/\p{Script=Arabic}/u.test(said(words))).map(([path]) => path);
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
  for (const [path, words] of leaves(catalogues.fr, '')) expect(said(words), path).not.toMatch(/« | [»?!;:](?=\s|$)/u);
});
