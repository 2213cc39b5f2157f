import { expect, it } from 'vitest';
import { askedAt, blocksFor, signsFor } from './completing';
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
it('blocks by their names', () => {
  expect(blocksFor('tab').map((one) => one.key)).toEqual(['table']);
  expect(blocksFor('').length).toBe(6);
  expect(blocksFor('zz')).toEqual([]);
});
