import { expect, it } from 'vitest';
import { completions, type Key } from './completing';
import { parse } from './language';

const KEYS: Key[] = [
  { key: 'is', says: 'How it stands', values: [{ value: 'open', says: 'Not done' }] },
  { key: 'state', says: 'State', values: [{ value: 'triage', says: 'To sort' }, { value: 'open', says: 'Open' }, { value: 'in_progress', says: 'In progress' }] },
  { key: 'label', says: 'Labels', values: [{ value: 'none', says: 'No labels' }, { value: 'takedown' }, { value: 'small platforms' }] },
  { key: 'assignee', says: 'Assigned to', values: [{ value: 'me', says: 'you' }, { value: 'Ngozi Ekwueme' }, { value: 'Kelechi Obasi' }] },
];
const at = (text: string): string[] => completions(text.replace('|', ''), text.indexOf('|'), KEYS).map((one) => one.written);
const after = (text: string, written: string): string => {
  const offer = completions(text.replace('|', ''), text.indexOf('|'), KEYS).find((one) => one.written === written);
  return offer ? `${offer.text.slice(0, offer.caret)}|${offer.text.slice(offer.caret)}` : '';
};

it('offers keys by how they are written, or called', () => {
  expect(at('sta|')).toEqual(['state:', 'is:']);
  expect(at('assig|')).toEqual(['assignee:']);
  expect(at('is:open lab|')).toEqual(['label:', 'label:none']);
  expect(at('-lab|')).toEqual(['label:', 'label:none']);
});

it('offers the values of a key, but for those that stand there', () => {
  expect(at('state:|')).toEqual(['triage', 'open', 'in_progress']);
  expect(at('state:open,|')).toEqual(['triage', 'in_progress']);
  expect(at('state:so|')).toEqual(['triage']);
  expect(at('state:open|')).toEqual([]);
  expect(at('label:"small pl|')).toEqual(['"small platforms"']);
});

it('offers what is meant without its key', () => {
  expect(at('ekw|')).toEqual(['assignee:"Ngozi Ekwueme"']);
  expect(at('take|')).toEqual(['label:takedown']);
});

it('offers nothing inside a phrase, after a blank, or for a key that is not there', () => {
  expect(at('|')).toEqual([]);
  expect(at('is:open |')).toEqual([]);
  expect(at('"zz sta|"')).toEqual([]);
  expect(at('colour:r|')).toEqual([]);
  expect(completions('', 0, KEYS, true).map((one) => one.written)).toEqual(['is:', 'state:', 'label:', 'assignee:']);
});

it('writes what is chosen where the reader stands, and leaves the rest', () => {
  expect(after('sta|', 'state:')).toBe('state:|');
  expect(after('state:o|', 'open')).toBe('state:open |');
  expect(after('state:o| label:takedown', 'open')).toBe('state:open| label:takedown');
  expect(after('state:tri|,open memo', 'triage')).toBe('state:triage|,open memo');
  expect(after('-label:sm|', '"small platforms"')).toBe('-label:"small platforms" |');
  expect(after('memo ngo|', 'assignee:"Ngozi Ekwueme"')).toBe('memo assignee:"Ngozi Ekwueme" |');
});

it('writes what the language reads', () => {
  const read = (text: string): string[][] => {
    const seen: string[][] = [];
    parse<object>(text, { says: () => true, of: ({ key }, value) => (seen.push([key, value]), () => true) })({});
    return seen;
  };
  for (const key of KEYS) for (const { value } of key.values) {
    const offer = completions(`${key.key}:`, key.key.length + 1, [{ ...key, values: [{ value }] }])[0];
    expect(read(offer?.text ?? '')).toEqual([[key.key, value.toLowerCase()]]);
  }
});
