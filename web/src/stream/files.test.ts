import { expect, it } from 'vitest';
import { Refusal, Unreachable } from '../api/problem';
import type { Upload } from '../api/types';
import { Files, type FileWays, MOST_BYTES, MOST_FILES } from './files.svelte';

const PIECE = 1024;
let keys = 0;

/** A server that takes pieces, and a line that breaks where it is told to. */
function house(breaks: (n: number) => Error | undefined = () => undefined) {
  const pieces: number[] = [];
  const removed: string[] = [];
  let size = 0;
  const upload = (received: number): Upload => ({ id: 'u1', name: 'memo.pdf', type: '', size, pieceBytes: PIECE, pieces: Math.ceil(size / PIECE), received, usableUntil: '', archive: false });
  const ways: FileWays = {
    begin: (_name, bytes) => ((size = bytes), Promise.resolve(upload(0))),
    piece: (_id, n, piece, told) => {
      const broken = breaks(n);
      if (broken) return Promise.reject(broken);
      told(piece.size);
      pieces.push(piece.size);
      return Promise.resolve(upload(n + 1));
    },
    remove: (id) => Promise.resolve(removed.push(id)),
    newKey: () => `k${++keys}`,
    pause: () => Promise.resolve(),
  };
  return { ways, files: new Files(ways), pieces, removed };
}

const memo = (bytes: number): File => new File([new Uint8Array(bytes)], 'memo.pdf');
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 5));

it('sends a file piece by piece and keeps only its id', async () => {
  const { files, pieces } = house();
  files.add([memo(2 * PIECE + 7)]);
  expect(files.ready).toBe(false);
  await settled();
  expect(pieces).toEqual([PIECE, PIECE, 7]);
  expect(files.ready).toBe(true);
  expect(files.kept).toEqual([{ id: 'u1', name: 'memo.pdf', size: 2 * PIECE + 7 }]);
});

it('sends a piece again when the line broke, and no other', async () => {
  let left = 3;
  const { files, pieces } = house((n) => (n === 1 && left-- > 0 ? new Unreachable('x') : undefined));
  files.add([memo(3 * PIECE)]);
  await settled();
  expect(pieces).toEqual([PIECE, PIECE, PIECE]);
  expect(files.all[0]?.state).toBe('here');
});

it('says why a file was refused, and a post waits until it is removed', async () => {
  const { files } = house(() => new Refusal({ type: 'about:blank', title: 'Not taken here', status: 415, detail: 'This is a page.' }));
  files.add([memo(10)]);
  await settled();
  expect(files.all[0]?.why).toBe('This is a page.');
  expect(files.ready).toBe(false);
  files.remove(files.all[0]?.key ?? '');
  expect(files.ready).toBe(true);
  expect(files.none).toBe(true);
});

it('says why it waits when the server does, and goes on by itself', async () => {
  const seen: (string | undefined)[] = [];
  const { files } = house(() => {
    seen.push(files.all[0]?.why);
    return seen.length === 1 ? new Refusal({ type: 'about:blank', title: 'Not ready yet', status: 503, detail: 'The scanner does not answer.' }) : undefined;
  });
  files.add([memo(10)]);
  await settled();
  expect(seen).toEqual([undefined, 'The scanner does not answer.']);
  expect(files.all[0]).toMatchObject({ state: 'here', why: undefined });
});

it('takes back what is whole', async () => {
  const { files, removed } = house();
  files.add([memo(10)]);
  await settled();
  files.remove(files.all[0]?.key ?? '');
  expect(removed).toEqual(['u1']);
});

it('names the limits before anything is sent', () => {
  const { files, pieces } = house();
  files.add([{ name: 'film.mp4', size: MOST_BYTES + 1 } as File]);
  expect(files.refused).toContain('25');
  files.add([memo(0)]);
  expect(files.refused).toContain('memo.pdf');
  files.restore(Array.from({ length: MOST_FILES }, (_, i) => ({ id: `i${i}`, name: 'a.pdf', size: 1 })));
  files.add([memo(1)]);
  expect(files.refused).toContain('10');
  expect(pieces).toEqual([]);
});

it('goes on where it was, when the server has some of it already', async () => {
  const { ways, files, pieces } = house();
  const { begin } = ways;
  ways.begin = (...given) => begin(...given).then((upload) => ({ ...upload, received: 1 }));
  files.add([memo(3 * PIECE)]);
  await settled();
  expect(pieces).toEqual([PIECE, PIECE]);
  expect(files.ready).toBe(true);
});

it('keeps to the bounds it is given', () => {
  const { ways } = house();
  ways.begin = () => new Promise(() => {});
  const files = new Files(ways, { files: 1, bytes: 5 * MOST_BYTES, together: 5 * MOST_BYTES });
  files.add([{ name: 'old.mbox', size: 2 * MOST_BYTES } as File, memo(3)]);
  files.stop();
  expect(files.all.length).toBe(1);
  expect(files.refused).not.toBe('');
});

it('a file that was not whole when the page went is missed aloud, until it is added again or removed', async () => {
  const { ways } = house();
  const files = new Files({ ...ways, piece: () => new Promise(() => {}) }); // the page goes before an answer comes
  files.add([memo(3 * PIECE)]);
  await settled();
  const { files: after } = house();
  after.restore([...files.drafted, { id: 'u0', name: 'whole.pdf', size: 5 }]);
  expect(after.all.map((file) => [file.name, file.state])).toEqual([['memo.pdf', 'refused'], ['whole.pdf', 'here']]);
  expect(after.ready).toBe(false);
  expect(after.kept).toEqual([{ id: 'u0', name: 'whole.pdf', size: 5 }]);
  expect(after.drafted).toHaveLength(2); // a second reload forgets it no more than the first
  after.add([memo(3 * PIECE)]);
  await settled();
  expect(after.ready).toBe(true);
  expect(after.kept).toHaveLength(2);
});
