// Where one can leap to by a few letters, and what can be done: pure matching and order. What is offered, `choices.ts` says.
import type { Update } from '../../api/types';
import type { IconName } from '../../ui/Icon.svelte';

export interface Leap {
  /** what this is by, for a list that keeps its place while it changes */
  key: string;
  /** an issue's label or the like, matched as the title is */
  label?: string;
  title: string;
  /** where it stands, in a few words */
  place: string;
  icon: IconName;
  href: string;
  /** the terms of an update */
  terms?: Update['attribution'];
  /** does something here, in place of leading somewhere */
  run?: () => unknown;
  /** later is offered first among equals; ISO 8601 */
  at?: string;
}

export const MOST_SHOWN = 12;

/** Letters without their marks, in lower case, so that "cafe" finds "Café". */
export const plain = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const wordsOf = (text: string): string[] => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** How well a leap fits: 0 not at all; more is better. Each word that was typed must begin one of its words. */
export function fit(leap: Leap, typed: string): number {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return 1;
  if (leap.label && wordsOf(leap.label).join(' ') === wanted.join(' ')) return 5;
  const title = wordsOf(leap.title);
  const own = [...wordsOf(leap.label ?? ''), ...title];
  const all = [...own, ...wordsOf(leap.place)];
  if (!wanted.every((word) => all.some((one) => one.startsWith(word)))) return 0;
  if (title.join(' ') === wanted.join(' ')) return 4;
  if (title.join(' ').startsWith(wanted.join(' '))) return 3;
  return wanted.every((word) => own.some((one) => one.startsWith(word))) ? 2 : 1;
}

/** Among equals what can be done stands before where one can go. */
const LAST = '9999';

const lately = (leap: Leap): string => (leap.run ? LAST : (leap.at ?? ''));

/** The best `MOST_SHOWN`: by fit, then by how lately, then in the order given. */
export function best(leaps: Leap[], typed: string): Leap[] {
  return leaps
    .map((leap, i) => ({ leap, i, fit: fit(leap, typed) }))
    .filter((one) => one.fit > 0)
    .sort((a, b) => b.fit - a.fit || lately(b.leap).localeCompare(lately(a.leap)) || a.i - b.i)
    .slice(0, MOST_SHOWN)
    .map((one) => one.leap);
}
