import { expect, it } from 'vitest';
import { isBare, queryOf, same, USUAL } from './saved';

it('writes a view as an address, and what is as usual not at all', () => {
  expect(queryOf(USUAL, 'v1').toString()).toBe('saved=v1');
  expect(queryOf({ layout: 'board', filter: 'is:open label:"small platforms"', mine: true, closed: true, sort: 'due', group: 'assignee' }, 'v1').toString())
    .toBe('saved=v1&view=board&q=is%3Aopen+label%3A%22small+platforms%22&who=mine&closed=&sort=due&group=assignee');
});

it('knows an address that names a view and nothing of it', () => {
  expect(isBare(new URLSearchParams('saved=v1'))).toBe(true);
  expect(isBare(new URLSearchParams('saved=v1&month=2026-07'))).toBe(true);
  expect(isBare(new URLSearchParams('saved=v1&q=x'))).toBe(false);
  expect(isBare(new URLSearchParams('q=x'))).toBe(false);
});

it('takes what is left out for what is usual', () => {
  expect(same({}, USUAL)).toBe(true);
  expect(same({ filter: 'is:open' }, USUAL)).toBe(false);
});
