import { describe, expect, it } from 'vitest';
import type { Ref } from '../api/types';
import { FEATURES, kindOf, KINDS, pages } from './index';

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
});
