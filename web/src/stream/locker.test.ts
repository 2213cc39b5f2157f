import { describe, expect, it } from 'vitest';
import { Drafts, forgetWritten } from './drafts';
import { Locker, MARK, PREFIX } from './locker';
import { MemoryStorage } from './memory';

/** Where items lie; beside them stands the mark of the disk. */
const kept = (disk: Storage): string[] => Array.from({ length: disk.length }, (_, i) => disk.key(i) ?? '').filter((name) => name.startsWith(PREFIX));
const all = (disk: Storage): string => Array.from({ length: disk.length }, (_, i) => `${disk.key(i)}=${disk.getItem(disk.key(i) ?? '')}`).join('\n');

async function opened(disk: Storage, secret = 'of ngozi'): Promise<Locker> {
  const locker = new Locker(disk);
  await locker.open(secret);
  return locker;
}

describe('what a browser keeps', () => {
  it('is read again after a reload, and says nothing on the disk', async () => {
    const disk = new MemoryStorage();
    const locker = await opened(disk);
    new Drafts(locker).write('seat-1', 'thread:t1', { text: 'Name nobody before Thursday', audience: 'CIVIL_SOCIETY' });
    locker.setItem('caucus.seen.code-of-practice', '2026-05-04T09:00:00Z');
    await locker.written();

    expect(kept(disk)).toHaveLength(2);
    expect(all(disk)).not.toMatch(/Thursday|CIVIL|seat-1|thread|code-of-practice|2026/);
    const after = new Drafts(await opened(disk)).read('seat-1', 'thread:t1');
    expect(after?.text).toBe('Name nobody before Thursday');
  });

  it('keeps the last of many changes, and no item that was removed', async () => {
    const disk = new MemoryStorage();
    const locker = await opened(disk);
    for (let i = 0; i < 50; i++) locker.setItem('draft', `version ${i}`);
    locker.setItem('sent', 'soon gone');
    locker.removeItem('sent');
    await locker.written();

    const after = await opened(disk);
    expect(after.getItem('draft')).toBe('version 49');
    expect(after.getItem('sent')).toBeNull();
    expect(kept(disk)).toHaveLength(1);
  });

  it('opens for nobody else, and is not lost by their coming', async () => {
    const disk = new MemoryStorage();
    const locker = await opened(disk);
    locker.setItem('draft', 'For civil society only');
    await locker.written();
    await locker.open('of dara');
    expect(locker.length).toBe(0);
    locker.setItem('draft', 'A liaison’s own');
    await locker.written();

    await locker.open('of ngozi');
    expect(locker.getItem('draft')).toBe('For civil society only');
  });

  it('is gone at sign-out, also what waited to be written', async () => {
    const disk = new MemoryStorage();
    const locker = await opened(disk);
    locker.setItem('draft', 'Half a sentence');
    locker.forget();
    forgetWritten(disk);
    await locker.written();
    expect(disk.length).toBe(0);
    locker.restore();
    await locker.written();
    expect(kept(disk)).toEqual([]);
    expect(locker.getItem('draft')).toBeNull();
  });

  it('stays sealed when the session was ended elsewhere, and what waited is still written', async () => {
    const disk = new MemoryStorage();
    const locker = await opened(disk);
    locker.setItem('draft', 'Half a sentence');
    locker.close();
    await locker.written();
    expect(locker.getItem('draft')).toBeNull();
    expect((await opened(disk)).getItem('draft')).toBe('Half a sentence');
  });

  it('takes in what lay there in clear', async () => {
    const disk = new MemoryStorage();
    disk.setItem('caucus.draft.seat-1.a', '{"text":"Typed before"}');
    disk.setItem('caucus.theme', 'dark');
    const locker = await opened(disk);
    await locker.written();
    expect(new Drafts(locker).read('seat-1', 'a')?.text).toBe('Typed before');
    expect(all(disk)).not.toContain('Typed');
    expect(disk.getItem('caucus.theme')).toBe('dark');
  });

  it('follows what another tab writes and removes', async () => {
    const disk = new MemoryStorage();
    const [one, other] = [await opened(disk), await opened(disk)];
    one.setItem('draft', 'In one tab');
    await one.written();
    const name = kept(disk)[0] ?? '';
    await other.take(name, disk.getItem(name));
    expect(other.getItem('draft')).toBe('In one tab');
    await other.take(name, null);
    expect(other.getItem('draft')).toBeNull();
  });

  it('opens nothing that was moved or changed', async () => {
    const disk = new MemoryStorage();
    const locker = await opened(disk);
    locker.setItem('draft', 'As I said it');
    await locker.written();
    const name = kept(disk)[0] ?? '';
    disk.setItem('caucus.kept.elsewhere', disk.getItem(name) ?? '');
    disk.removeItem(name);
    expect((await opened(disk)).length).toBe(0);
  });

  it('is written anew where the browser has emptied the disk under an open page', async () => {
    const disk = new MemoryStorage();
    const locker = await opened(disk);
    locker.setItem('draft', 'A long memo');
    locker.setItem('post', 'that waits');
    await locker.written();
    disk.clear();
    locker.setItem('post', 'that waits still');
    expect(locker.emptied).toBe(true);
    locker.restore();
    await locker.written();

    const after = await opened(disk);
    expect([after.getItem('draft'), after.getItem('post')]).toEqual(['A long memo', 'that waits still']);
    expect(kept(disk)).toHaveLength(2);
  });

  it('is not written anew by a second tab when its author signs out in the first', async () => {
    const disk = new MemoryStorage();
    const [one, other] = [await opened(disk), await opened(disk)];
    one.setItem('draft', 'Half a sentence');
    await one.written();
    const [name = ''] = kept(disk);
    await other.take(name, disk.getItem(name));
    one.forget();
    forgetWritten(disk);
    await other.take(MARK, null);
    other.restore();
    await other.written();
    expect(kept(disk)).toEqual([]);
  });

  it('has a size', async () => {
    const locker = await opened(new MemoryStorage());
    locker.setItem('a', 'x'.repeat(3_000_000));
    expect(() => locker.setItem('b', 'x'.repeat(600_000))).toThrow('full');
    expect(new Drafts(locker).write('seat-1', 'b', { text: 'x'.repeat(600_000) })).toBe(false);
  });
});

describe('a browser that cannot keep what is written', () => {
  const noDisk = (): Storage => {
    const disk = new MemoryStorage();
    disk.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    return disk;
  };

  it('says so while there is something to lose, and no longer', async () => {
    const told: boolean[] = [];
    const locker = new Locker(noDisk(), (kept) => told.push(kept));
    await locker.open('of ngozi');
    locker.setItem('caucus.seen.code', 'nothing that anybody wrote');
    await locker.written();
    expect(told).toEqual([]);

    locker.setItem('caucus.draft.ngozi.thread:t1', 'A memo');
    await locker.written();
    expect(told).toEqual([false]);
    expect(locker.getItem('caucus.draft.ngozi.thread:t1')).toBe('A memo');

    locker.removeItem('caucus.draft.ngozi.thread:t1');
    expect(told).toEqual([false, true]);
  });

  it('says so also of what is too much for it', async () => {
    const told: boolean[] = [];
    const locker = new Locker(new MemoryStorage(), (kept) => told.push(kept));
    await locker.open('of ngozi');
    expect(() => locker.setItem('caucus.draft.ngozi.x', 'x'.repeat(4_000_000))).toThrow('full');
    expect(told).toEqual([false]);
  });
});

it('tells which item another tab has written, and which it has removed', async () => {
  const disk = new MemoryStorage();
  const [here, there] = [await opened(disk), await opened(disk)];
  there.setItem('caucus.draft.ngozi.thread:t1', 'A memo');
  await there.written();
  const name = kept(disk)[0] ?? '';
  expect(await here.take(name, disk.getItem(name))).toBe('caucus.draft.ngozi.thread:t1');
  expect(await here.take(name, null)).toBe('caucus.draft.ngozi.thread:t1');
  expect(here.length).toBe(0);
});
