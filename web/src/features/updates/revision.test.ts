import { expect, it } from 'vitest';
import type { Draft } from '../../api/types';
import { asked, editOf, isSame, settled, type Edit } from './revision';

const BASE: Edit = { title: 'Appeals', body: 'Within 48 hours.\n\nFrom March on.', kind: 'ACTION', stage: 'DECIDED', attribution: 'ON_RECORD', provision: '', due: '', issues: '', later: '', audience: 'EVERYONE', files: ['memo'] };

it('keeps what each of two changed elsewhere', () => {
  const mine = { ...BASE, body: 'Within 24 hours.\n\nFrom March on.' };
  const theirs = { ...BASE, title: 'Appeals of removals', body: 'Within 48 hours.\n\nFrom April on.', audience: 'COMPANY_ONLY:acme' };
  expect(settled(BASE, mine, theirs)).toEqual({ clash: false, edit: { ...theirs, body: 'Within 24 hours.\n\nFrom April on.' } });
});

it('says where both changed the same, and loses neither', () => {
  const mine = { ...BASE, body: 'Within 24 hours.\n\nFrom March on.', audience: 'COMPANY_ONLY:acme' };
  const theirs = { ...BASE, body: 'Within a week.\n\nFrom March on.', stage: 'DONE' };
  expect(settled(BASE, mine, theirs)).toEqual({ clash: true, edit: { ...mine, stage: 'DONE' } });
  expect(settled(BASE, mine, { ...mine })).toEqual({ clash: false, edit: mine });
});

it('takes out what either took out, and takes in what came', () => {
  const base = { ...BASE, files: ['memo', 'map', 'list'] };
  const { clash, edit } = settled(base, { ...base, files: ['memo', 'list'] }, { ...base, files: ['memo', 'map', 'photo'] });
  expect(clash).toBe(false);
  expect(edit.files).toEqual(['memo', 'photo']);
  expect(isSame(base, { ...base, files: ['list', 'map', 'memo'] })).toBe(true);
  expect(isSame(base, { ...base, files: ['memo', 'map'] })).toBe(false);
});

it('reads a draft so that unchanged it asks for the same', () => {
  const draft = { title: 'Appeals', body: 'Soon.', kind: 'ACTION', stage: 'NOTED', attribution: 'BACKGROUND', audience: 'EVERYONE', publishAt: '2026-12-01T08:00:00Z', links: [{ kind: 'issue', id: 'i1' }], files: [{ id: 'f1', name: 'memo.pdf' }] } as unknown as Draft;
  const edit = editOf(draft, { label: () => 'COP-1', wall: (hour) => hour.slice(0, 16) });
  expect(edit.issues).toBe('COP-1');
  expect(edit.files).toEqual(['f1']);
  expect(isSame(edit, { ...edit, title: 'Appeals ' })).toBe(true);
  expect(isSame(edit, { ...edit, audience: 'COMPANY_ONLY:acme' })).toBe(false);
  expect(asked({ ...edit, later: '' })).toEqual({ title: 'Appeals', body: 'Soon.', kind: 'ACTION', stage: 'NOTED', attribution: 'BACKGROUND', audience: 'EVERYONE', links: [{ kind: 'issue', id: 'COP-1' }] });
});
