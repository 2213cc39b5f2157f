import { expect, it } from 'vitest';
import { Drafts } from '../stream/drafts';
import { MemoryStorage } from '../stream/memory';
import { askedAt, deskOf, offered, signsFor, takeAlong } from './offers';
import { EMOJI } from './emoji';

const asked = (text: string): string | undefined => {
  const now = askedAt(text, text.length);
  return now && `${now.slash ? '/' : ':'}${now.query} at ${now.at}`;
};
it('a sign is asked for after a colon and two letters', () => {
  expect(asked('well :th')).toBe(':th at 5');
  expect(asked('(:شك')).toBe(':شك at 1');
  for (const text of [':', ':t', '24:00', 'http://x', 'note:the', 'a :b c', '```\n:th']) expect(asked(text), text).toBeUndefined();
});
it('a block is asked for after a slash that begins a line', () => {
  expect(asked('/ta')).toBe('/ta at 0');
  expect(asked('one\n/')).toBe('/ at 4');
  for (const text of ['and/or', ' /x', 'a /b', '/usr/bin', '```\n/ta']) expect(asked(text), text).toBeUndefined();
});
it('signs have names in three languages', () => {
  expect(signsFor('thank')[0]?.insert).toBe('🙏');
  expect(signsFor('merci')[0]?.insert).toBe('🙏');
  expect(signsFor('شكر')[0]?.insert).toBe('🙏');
  expect(signsFor('press').map((one) => one.insert)).toEqual(expect.arrayContaining(['📰', '🎤']));
  expect(signsFor('fete')[0]?.insert).toBe('🎉');
  expect(signsFor('qqq')).toEqual([]);
  for (const { sign, names } of EMOJI) expect(names.every((some) => some.every((name) => name.trim() !== '')), sign).toBe(true);
  expect(new Set(EMOJI.map((one) => one.sign)).size).toBe(EMOJI.length);
});
const BEGINS = [{ key: 'new action', title: 'Plan an action', place: 'Actions', href: '/a#new' }, { key: 'new COP', title: 'New issue', place: 'Provisions of the code', href: '/t#new' }];
const keys = (query: string, more = true): string[] => offered(query, { mention: more, file: more, begins: more ? BEGINS : [] }, new Date('2026-12-01T09:00:00Z')).map((one) => one.key);
it('commands by their names', () => {
  expect(keys('tab')).toEqual(['table']);
  expect(keys('')).toEqual(['heading', 'list', 'numbers', 'tasks', 'quote', 'code', 'table', 'mention', 'file', 'date', 'begin new action', 'begin new COP']);
  expect(keys('', false), 'a description takes neither names nor files').toEqual(['heading', 'list', 'numbers', 'tasks', 'quote', 'code', 'table', 'date']);
  expect(keys('iss')).toEqual(['begin new COP']);
  expect(keys('prov')).toEqual(['begin new COP']);
  for (const path of ['etc', 'usr', 'home', 'var', 'zz']) expect(keys(path), path).toEqual([]);
});
it('days by the word for them', () => {
  const [today, tomorrow] = offered('date', { mention: false, file: false, begins: [] }, new Date('2026-12-01T09:00:00Z'));
  expect([today?.help, tomorrow?.help]).toEqual(['today', 'tomorrow']);
  expect(today?.insert).toMatch(/^Tuesday.*2026$/);
});
it('what is begun from a text is for nobody yet, and nothing that was begun is lost', () => {
  const drafts = new Drafts(new MemoryStorage());
  const desk = deskOf('new COP') ?? '';
  drafts.write('ngozi', desk, { text: 'Fees', subject: 'On fees', audience: 'EVERYONE' });
  expect([takeAlong(drafts, 'ngozi', desk, 'Between us'), takeAlong(drafts, 'ngozi', desk, 'Between us'), takeAlong(drafts, 'ngozi', desk, '')]).toEqual([true, false, false]);
  expect(drafts.read('ngozi', desk)).toEqual({ text: 'Fees\n\nBetween us', subject: 'On fees', audience: '' });
  expect([desk, deskOf('new action'), deskOf('new poll'), deskOf('new conversation'), deskOf('new update')]).toEqual(['tracker:COP', 'actions', 'polls', undefined, undefined]);
});
