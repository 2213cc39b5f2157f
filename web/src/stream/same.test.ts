import { expect, test } from 'vitest';
import { same } from './same';

const notice = { id: 'i1', labels: ['notice', 'appeals'], due: '2026-07-01', checklist: [{ text: 'Ask counsel', done: false }] };

test.each([
  ['what was read twice', notice, structuredClone(notice), true],
  ['names in another order', { a: 1, b: 2 }, { b: 2, a: 1 }, true],
  ['one word', notice, { ...notice, due: '2026-07-02' }, false],
  ['something deep inside', notice, { ...notice, checklist: [{ text: 'Ask counsel', done: true }] }, false],
  ['the order of a list', notice, { ...notice, labels: ['appeals', 'notice'] }, false],
  ['one less in a list', notice, { ...notice, labels: ['notice'] }, false],
  ['one more in a list', notice, { ...notice, labels: ['notice', 'appeals', 'record'] }, false],
  ['a name that came', { id: 'i1' }, { id: 'i1', due: '2026-07-01' }, false],
  ['a name that went', { id: 'i1', due: '2026-07-01' }, { id: 'i1' }, false],
  ['another name for nothing', { id: 'i1', due: undefined }, { id: 'i1', closed: undefined }, false],
  ['nothing and something', { due: null }, { due: {} }, false],
  ['a list and what is numbered', ['notice'], { 0: 'notice' }, false],
])('%s', (_, a, b, expected) => {
  expect([same(a, b), same(b, a)]).toEqual([expected, expected]);
});
