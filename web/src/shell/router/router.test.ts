import { describe, expect, it } from 'vitest';
import { match, refHref, to } from './router';

describe('addresses', () => {
  it.each([
    ['/', 'home', {}], ['/sign-in', 'sign-in', {}], ['/join/s3cret', 'join', { token: 's3cret' }], ['/open', 'open', {}], ['/w/code', 'activity', { w: 'code' }], ['/w/code/', 'activity', { w: 'code' }],
    ['/w/code/lists', 'lists', { w: 'code' }], ['/w/code/lists/coalition', 'list', { w: 'code', list: 'coalition' }], ['/w/code/threads/t1', 'thread', { w: 'code', id: 't1' }],
    ['/w/code/trackers/COP', 'tracker', { w: 'code', key: 'COP' }], ['/w/code/issues/COP-3', 'issue', { w: 'code', id: 'COP-3' }], ['/w/code/updates', 'updates', { w: 'code' }],
    ['/w/code/updates/u1', 'update', { w: 'code', id: 'u1' }], ['/w/code/actions', 'actions', { w: 'code' }], ['/w/code/actions/a1', 'action', { w: 'code', id: 'a1' }],
    ['/w/code/organisations', 'people', { w: 'code' }], ['/w/code/holds', 'holds', { w: 'code' }],
  ])('%s leads to %s', (path, name, params) => {
    expect(match(path)).toEqual({ name, params });
  });

  it.each(['/nowhere', '/w', '/w//lists', '/w/code/threads', '/w/code/lists/a/b', '/w/%E0%A4%A'])('%s leads nowhere', (path) => {
    expect(match(path).name).toBe('lost');
  });

  it('what is written can be read, whatever is in it', () => {
    const odd = 'a/b?c#d é';
    expect(match(to.thread('code', odd))).toEqual({ name: 'thread', params: { w: 'code', id: odd } });
  });
});

it('an entry stands where it hangs', () => {
  expect(refHref('code', { kind: 'entry', id: 'e1' }, { kind: 'thread', id: 't1' })).toBe('/w/code/threads/t1#e1');
  expect(refHref('code', { kind: 'entry', id: 'e1' })).toBe('/w/code');
  expect(refHref('code', { kind: 'seat', id: 's1' })).toBe('/w/code/organisations');
});
