import { expect, it } from 'vitest';
import { MemoryStorage } from '../../stream/memory';
import { forget, keyFor, note, remembered } from './archive';

const file = { name: 'old.mbox.gz', size: 7_000_000, lastModified: 1_700_000_000_000 };
let keys = 0;
const fresh = (): string => `key-${++keys}`;

it('the same file goes on under the key it was begun with', () => {
  const storage = new MemoryStorage();
  const key = keyFor(storage, 'cop', file, fresh);
  note(storage, 'cop', 'u1');
  expect(keyFor(storage, 'cop', { ...file }, fresh)).toBe(key);
  expect(remembered(storage, 'cop')?.id).toBe('u1');
});

it('a file that was changed is another one, and so is one of another workspace', () => {
  const storage = new MemoryStorage();
  const key = keyFor(storage, 'cop', file, fresh);
  expect(keyFor(storage, 'memo', file, fresh)).not.toBe(key);
  expect(keyFor(storage, 'cop', { ...file, lastModified: 5 }, fresh)).not.toBe(key);
  expect(remembered(storage, 'cop')?.id).toBeUndefined();
});

it('what is over is forgotten, and what is unreadable is nothing', () => {
  const storage = new MemoryStorage();
  const key = keyFor(storage, 'cop', file, fresh);
  forget(storage, 'cop');
  expect(remembered(storage, 'cop')).toBeUndefined();
  expect(keyFor(storage, 'cop', file, fresh)).not.toBe(key);
  storage.setItem('caucus.archive.cop', '{');
  expect(remembered(storage, 'cop')).toBeUndefined();
});
