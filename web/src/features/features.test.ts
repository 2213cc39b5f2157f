import { describe, expect, it } from 'vitest';
import type { Ref, SearchHit } from '../api/types';
import type { Held, Me } from './feature';
import { FEATURES, GROUPS, kindOf, KINDS, pages } from './index';

const kinds = Object.values(KINDS);

describe('the list of features', () => {
  it('has each folder that says something of itself', () => {
    expect(FEATURES.length).toBe(Object.keys(import.meta.glob('./*/index.ts')).length);
  });

  it('has every page of every feature, each at an address of its own', () => {
    const all = FEATURES.flatMap((one) => Object.keys(one.pages));
    expect(Object.keys(pages).sort()).toEqual(all.sort());
    expect(new Set(Object.values(pages).map((page) => page.path)).size).toBe(all.length);
  });

  it('knows each kind of thing by one word, and names what can be opened', () => {
    const known = kinds.flatMap((one) => one.kind ?? []);
    expect(new Set(known).size).toBe(known.length);
    for (const kind of kinds.filter((one) => one.route)) expect(kind.words, kind.kind).toBeTypeOf('function');
    for (const kind of kinds.filter((one) => one.linked)) expect(kind.noun, kind.kind).toBeTypeOf('function');
  });

  it.each(['list', 'thread', 'entry', 'tracker', 'issue', 'update', 'action', 'seat', 'organisation', 'invitation', 'hold'] as Ref['kind'][])('knows what a %s is', (kind) => {
    expect(kindOf(kind)?.kind).toBe(kind);
  });

  it('opens a page of the thing that was asked for', () => {
    for (const { kind, linked, route } of kinds) if (linked) expect(route?.('cop', 'a b'), kind).toMatch(/^\/w\/cop\/\w+\/a%20b$/);
  });

  it('names each choice of the activity, under which a kind is found', () => {
    expect([...GROUPS.keys()]).toEqual(['thread', 'issue', 'update', 'action', 'people', 'poll']);
    for (const words of GROUPS.values()) expect(words()).not.toBe('');
  });

  it('says what waits for the reader, the same thing under one key', () => {
    const issue = { id: 'i1', label: 'COP-1', title: 'Removal', assignees: ['me'], state: 'OPEN', due: '2026-07-15' };
    const task = { id: 'a1', title: 'Call them', owner: 'me', kind: 'TASK', state: 'PLANNED', startsAt: '2026-07-15T08:00:00Z' };
    const held: Partial<Record<Held, unknown[]>> = { issues: [issue, { ...issue, id: 'i2', state: 'DONE' }], actions: [task], holds: [{ state: 'HELD', decides: true }] };
    const me = { w: 'cop', seat: 'me', organisation: 'ngo', convenor: true, liaison: true, mayWrite: true, at: new Date('2026-07-01'), nameOf: () => 'Bola', all: (of: Held) => held[of] ?? [] } as unknown as Me;
    const asked = [{ locked: 1, proposed: 0 }, [{ kind: 'issue', id: 'i1', title: 'COP-1 Removal', seat: 's', at: '2026-06-30T12:00:00Z' }]];
    const waits = FEATURES.flatMap((one) => one.waits ?? []).flatMap((one) => {
      const answer = one.after === 'asking' ? asked[1] : one.after === 'drafting' ? 2 : asked[0];
      return one.show(me, answer as never);
    });
    expect(waits.flatMap((one) => ('line' in one && one.n > 0 ? [one.line] : [])).sort()).toEqual(['1 account recovery to confirm', '1 pending message', '2 draft updates need you']);
    expect(waits.flatMap((one) => ('rows' in one ? one.rows.map((row) => `${row.key} ${row.title}`) : []))).toEqual(['issue i1 COP-1 Removal', 'issue i1 COP-1 Removal', 'action a1 Call them']);
  });

  it('says where in a thing something was found', () => {
    expect(kindOf('action')?.found?.({ minutes: true } as SearchHit).part).toBe('minutes');
    expect(kindOf('update')?.found?.({ retracted: true } as SearchHit).marks?.[0]?.careful).toBe(true);
  });

  it('keeps the names of kinds out of the lists in which all of them stand', () => {
    const lists = import.meta.glob<string>(['./activity/*.svelte', './activity/*.ts', '!./activity/*.test.ts', './search/*.svelte'], { query: '?raw', import: 'default', eager: true });
    for (const [file, text] of Object.entries(lists)) expect(text.match(/['"](?:issue|issues|update|updates|action|actions|thread|threads|hold|holds)['"]/g) ?? [], file).toEqual([]);
  });
});
