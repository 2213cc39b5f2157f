import { expect, it } from 'vitest';
import { inWords, linksIn, type Link } from './links';

it('reads labels and addresses of pages', () => {
  expect(linksIn('COP-12, https://caucus.example/w/cop/actions/abc7?look=x#top;\n/w/cop/updates/def8  COP-CS-3 /w/cop/threads/thr9#e1')).toEqual([
    { kind: 'issue', id: 'COP-12' }, { kind: 'action', id: 'abc7' }, { kind: 'update', id: 'def8' }, { kind: 'issue', id: 'COP-CS-3' }, { kind: 'thread', id: 'thr9' },
  ]);
  expect(linksIn(' , ')).toEqual([]);
});

it('says a link so that it is read back as the same', () => {
  const links: Link[] = [{ kind: 'issue', id: 'i1' }, { kind: 'action', id: 'a1' }, { kind: 'update', id: 'u1' }, { kind: 'thread', id: 't1' }];
  expect(inWords(links, (id) => (id === 'i1' ? 'COP-1' : undefined))).toBe('COP-1, /actions/a1, /updates/u1, /threads/t1');
  expect(linksIn(inWords(links, () => undefined))).toEqual(links);
});
