import { expect, it } from 'vitest';
import type { Frame, UnreadConversation, UnreadPage } from '../../api/types';
import { after, counts, keyOf, nextOf, without, type Mark } from './left';

const item = (kind: UnreadConversation['kind'], id: string, place: string, unread: number): UnreadConversation => ({
  kind, id, place, title: id, unread, first: { kind: 'entry', id: `${id}-first` }, last: { kind: 'entry', id: `${id}-last` }, audience: 'EVERYONE', readers: 3,
});
const page = (...items: UnreadConversation[]): UnreadPage => ({
  items, unread: 0, conversations: items.length, turn: 0, canUndo: false, position: 'p',
  places: [...new Set(items.map(({ kind, place }) => `${kind} ${place}`))].map((of) => {
    const [kind = '', place = ''] = of.split(' ');
    return { kind: kind as UnreadConversation['kind'], place, unread: items.filter((one) => one.kind === kind && one.place === place).reduce((n, one) => n + one.unread, 0) };
  }),
});
const said = (under: string, seat: string, id = 'new'): Frame => ({
  position: 'q', put: {}, happened: [{ verb: 'entry.posted', at: '2026-06-01T09:00:00Z', ref: { kind: 'entry', id }, under: { kind: 'thread', id: under }, seat, audience: 'EVERYONE', readers: 3 }],
});

it('counts by kind, by place and by conversation, also what is beyond the page', () => {
  const whole = page(item('thread', 'memo', 'all', 2), item('thread', 'call', 'all', 1), item('issue', 'i1', 'COP', 4));
  const n = counts({ ...whole, places: [...whole.places, { kind: 'thread', place: 'far', unread: 7 }] }, whole);
  expect([n.get('thread'), n.get('thread>all'), n.get('thread>far'), n.get('thread:memo'), n.get('issue'), n.get('issue>COP')]).toEqual([10, 3, 7, 2, 4, 4]);
});

it('takes off what is read at once, or as much of it', () => {
  const whole = page(item('thread', 'memo', 'all', 3), item('thread', 'call', 'all', 1));
  const marks = new Map<string, Mark>([
    ['thread:memo', { post: { kind: 'entry', id: 'memo-first' }, rest: [{ kind: 'entry', id: 'memo-last' }] }],
    ['thread:call', { post: { kind: 'entry', id: 'call-last' }, rest: [] }],
  ]);
  const left = without(whole, marks);
  expect(left.items.map(({ id, unread, first }) => [id, unread, first.id])).toEqual([['memo', 1, 'memo-last']]);
  expect(counts(whole, left).get('thread>all')).toBe(1);
});

it('counts what comes where something was unread, asks where nothing was, and passes over what is its reader’s own', () => {
  const whole = page(item('thread', 'memo', 'all', 1));
  const marks = new Map<string, Mark>();
  expect(after(whole, said('memo', 'bola'), 'me', marks)).toMatchObject({ ask: false, page: { items: [{ unread: 2, last: { id: 'new' } }] } });
  expect(after(whole, said('call', 'bola'), 'me', marks)).toMatchObject({ ask: true, page: { items: [{ unread: 1 }] } });
  expect(after(whole, said('call', 'me'), 'me', marks)).toMatchObject({ ask: false, page: { items: [{ unread: 1 }] } });
});

it('keeps what comes while a mark is under way', () => {
  const whole = page(item('thread', 'memo', 'all', 1));
  const marks = new Map<string, Mark>([['thread:memo', { post: { kind: 'entry', id: 'memo-last' }, rest: [] }]]);
  after(whole, said('memo', 'bola'), 'me', marks);
  expect(without(whole, marks).items).toMatchObject([{ unread: 1, first: { id: 'new' } }]);
});

it('leads on from where its reader is, and round', () => {
  const items = [item('thread', 'a', '', 1), item('issue', 'b', '', 1)];
  expect(nextOf(items)?.id).toBe('a');
  expect(nextOf(items, 'thread:a')?.id).toBe('b');
  expect(nextOf(items, 'issue:b')?.id).toBe('a');
  expect(nextOf(items.slice(0, 1), keyOf({ kind: 'thread', id: 'a' }))?.id).toBe('a');
  expect(nextOf([], 'thread:a')).toBeUndefined();
});
