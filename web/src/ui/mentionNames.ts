// Names after an @, as the server finds them (`coalition/mentions`): the longest first, whatever their case and accents.
// What is found here is shown before it is sent; whom a text mentions is what the server says.
import type { AudienceOrganisation, Organisation, Seat } from '../api/types';

/** How groups are called, in each language: what is written in one is read in all. */
export const GROUPS = { EVERYONE: ['everyone', 'everybody', 'tout le monde', 'الجميع'], CIVIL_SOCIETY: ['civil society', 'civil-society', 'société civile', 'société-civile', 'المجتمع المدني'] } as const;
export type Group = keyof typeof GROUPS;
export interface Target { kind: 'PERSON' | 'ORGANISATION' | 'GROUP'; id: string }
export interface Found { from: number; to: number; targets: Target[] }

const MOST_CHARS = 200;
const OPENING = /[\s([{<"'‘“«‹,;:!?،؛؟¿¡*_—–…|>’]/u;
const JOINING = /[._\-/+:\\~%=&]/u;
const LETTER = /[\p{L}\p{N}]/u;

/** One character as names are compared: nothing for a mark above or below another. */
const folded = (char: string): string => char.normalize('NFD').replace(/[\p{Mn}\p{Cf}ـ]/gu, '').toLowerCase().replace(/[’ʼ]/g, "'").replace(/[‐‑]/g, '-').replace(/ة/g, 'ه').replace(/ى/g, 'ي');
export const fold = (name: string): string => [...name.trim().replace(/\s+/gu, ' ')].map(folded).join('');

/** Whom each name means. */
export function namesOf(seats: Seat[], organisations: Organisation[]): Map<string, Target[]> {
  const [names, firsts] = [new Map<string, Target[]>(), new Map<string, Target[]>()];
  const put = (name: string, target: Target, into = names): void => {
    const all = into.get(fold(name)) ?? [];
    if (!all.some((one) => one.kind === target.kind && one.id === target.id)) into.set(fold(name), [...all, target]);
  };
  for (const [id, words] of Object.entries(GROUPS)) for (const name of words) put(name, { kind: 'GROUP', id });
  const bySlug = new Map(organisations.map((one) => [one.slug, one]));
  for (const seat of seats.filter((one) => !one.end)) {
    const party = bySlug.get(seat.organisation);
    const person: Target = { kind: 'PERSON', id: seat.id };
    for (const name of party ? [party.slug, party.name] : []) {
      put(name, { kind: 'ORGANISATION', id: party?.slug ?? '' });
      put(`${seat.name} (${name})`, person);
    }
    put(seat.name, person);
    put(seat.name.trim().split(/\s+/u)[0] ?? '', person, firsts);
  }
  return new Map([...firsts, ...names].filter(([name]) => name.length > 1));
}

/** Whether a name may begin at this @, by what stands before it. */
export function begins(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at).replace(/[\p{Mn}\p{Cf}]+$/u, '');
  const last = before.at(-1);
  return last === undefined || OPENING.test(last) || (/[وفبلك]/.test(last) && !LETTER.test(before.at(-2) ?? ' '));
}

function isWhole(text: string, end: number): boolean {
  const [next = '', after = ''] = text.slice(end, end + 4);
  return !LETTER.test(next) && next !== '@' && next !== '＠' && !(JOINING.test(next) && LETTER.test(after));
}

function longest(text: string, at: number, names: Map<string, Target[]>): Found | undefined {
  const ends: number[] = [];
  let [said, lines] = ['', 0];
  for (let i = at + 1; i < text.length && said.length < MOST_CHARS;) {
    const char = String.fromCodePoint(text.codePointAt(i) ?? 0);
    i += char.length;
    const blank = /\s/u.test(char);
    if (char === '\n') lines++;
    if (lines > 1 || (blank && said === '')) break;
    const one = blank ? (said.endsWith(' ') ? '' : ' ') : folded(char);
    if (one === '' && ends.length > 0) ends[ends.length - 1] = i;
    for (const _ of Array(one.length)) ends.push(i);
    said += one;
  }
  for (let length = ends.length; length > 1; length--) {
    const targets = names.get(said.slice(0, length));
    const to = ends[length - 1] ?? 0;
    if (targets && said[length - 1] !== ' ' && isWhole(text, to)) return { from: at, to, targets };
  }
  return undefined;
}

/** Without what is quoted or code: nobody is mentioned there. */
const own = (text: string): string => text.replace(/^ {0,3}(```|~~~)[^]*?(?:^ {0,3}\1.*$|(?![^]))/gm, (code) => code.replace(/[@＠]/g, ' ')).replace(/^\s*>.*$/gm, (quote) => quote.replace(/[@＠]/g, ' ')).replace(/`[^`\n]*`/g, (code) => code.replace(/[@＠]/g, ' '));

/** All names in a text, in their order. */
export function found(text: string, names: Map<string, Target[]>): Found[] {
  const all: Found[] = [];
  for (const { index } of own(text).matchAll(/[@＠]/g)) {
    const last = all.at(-1);
    const next = last !== undefined && index === last.to + 1 && '/+&'.includes(text[last.to] ?? ' ');
    const one = (last?.to ?? 0) <= index && (begins(text, index) || next) ? longest(text, index, names) : undefined;
    if (one) all.push(one);
  }
  return all;
}

const reads = ({ kind, id }: Target, readers: AudienceOrganisation[]): boolean =>
  readers.some((one) => (kind === 'PERSON' ? one.seats.includes(id) : kind === 'ORGANISATION' ? one.slug === id : id === 'EVERYONE' || one.side === 'CIVIL_SOCIETY'));

/** The names in a text of those who are here and cannot read it, each once. */
export function outside(text: string, names: Map<string, Target[]>, readers: AudienceOrganisation[]): string[] {
  const out = found(text, names).filter((one) => !one.targets.some((target) => reads(target, readers)));
  return [...new Set(out.map((one) => text.slice(one.from + 1, one.to).replace(/\s+/gu, ' ')))];
}
