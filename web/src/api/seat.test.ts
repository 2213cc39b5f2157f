import { afterEach, expect, it, vi } from 'vitest';
import { frameOf, linkTo, whenLooking } from './api';
import { forSeat, whenActing } from './seat';

const FILE = '/api/workspaces/code/entries/e1/attachments/1';

afterEach(() => (whenActing(() => undefined), whenLooking(() => undefined)));

it('asks for what the server names by its workspace alone as the seat that the page is of', () => {
  whenActing(() => 'code~lantern');
  expect(forSeat(FILE)).toBe('/api/workspaces/code~lantern/entries/e1/attachments/1');
  expect(frameOf(FILE)).toContain('/api/workspaces/code~lantern/entries/e1/attachments/1?sign-in=');
});

it.each([
  [undefined, FILE],
  ['code', FILE],
  ['memo~lantern', FILE],
  ['code~lantern', '/api/workspaces/code~savanna/entries/e1/attachments/1'],
  ['code~lantern', '/api/workspaces/codes/files'],
])('and on a page of %s leaves %s as it is', (w, path) => {
  whenActing(() => w);
  expect(forSeat(path)).toBe(path);
});

it('names no seat where an address may be copied', () => {
  whenActing(() => 'code~lantern');
  expect(linkTo(FILE)).toBe(FILE);
});

it('keeps the eyes of a company also there', () => {
  whenActing(() => 'code~lantern');
  whenLooking((w) => (w === 'code~lantern' ? 'acme' : undefined));
  expect(linkTo(FILE)).toBe(`${FILE}?as=acme`);
  expect(frameOf(FILE)).toContain('/api/workspaces/code~lantern/entries/e1/attachments/1?as=acme&sign-in=');
});

it('reads a file so, and writes only to the seat that an address names', async () => {
  vi.stubGlobal('BroadcastChannel', undefined);
  vi.resetModules();
  const asked: string[] = [];
  vi.stubGlobal('fetch', (path: string) => (asked.push(path), Promise.resolve(Response.json({}, { headers: { 'Caucus-Sign-In': 'a1.ngozi' } }))));
  const { api } = await import('./api');
  const seat = await import('./seat');
  seat.whenActing(() => 'code~lantern');
  await api.file(FILE, new AbortController().signal);
  await api.post('/api/workspaces/code/threads/t1/entries', { text: 'Before I had a second seat' }, 'k1');
  expect(asked).toEqual([forSeatOf(FILE), '/api/workspaces/code/threads/t1/entries']);
  vi.unstubAllGlobals();
}, 20_000);

const forSeatOf = (path: string): string => path.replace('/code/', '/code~lantern/');
