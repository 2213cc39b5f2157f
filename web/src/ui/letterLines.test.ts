import { expect, it } from 'vitest';
import { joined } from './letterLines';

const LETTER = `Colleagues,

in short: strong agreement that removal within 24 hours of notice invites
over-removal; open question what "notice" has to contain; Part III's
threshold of 100,000 users reaches small forums too.

Ngozi
Savanna Digital Policy Centre`;

it('what a program broke is one paragraph, what its author broke stays', () => {
  expect(joined(LETTER)).toBe(`Colleagues,

in short: strong agreement that removal within 24 hours of notice invites over-removal; open question what "notice" has to contain; Part III's threshold of 100,000 users reaches small forums too.

Ngozi
Savanna Digital Policy Centre`);
});
it('a list keeps its lines, also one whose lines are full', () => {
  const list = `We ask the agencies for three things, and for nothing beside them:
- a notice that names the provision of the law it is made under here
- a day to answer it, counted from the hour at which it was delivered
1. and a review by somebody who has not sent the notice in question`;
  expect(joined(list)).toBe(list);
});
it('lines of a letter that no program broke stay as they are', () => {
  const free = 'We will join the joint call on Thursday and bring two colleagues along, one of whom knows the draft.\nAlso: could somebody share the agenda?';
  expect(joined(free)).toBe(free);
});
it('what is set in columns stays, and so do short lines', () => {
  const columns = 'Part I    removal within 24 hours of notice by a user of the platform\nPart II   information on court order, and the sources of journalists';
  expect(joined(columns)).toBe(columns);
  expect(joined('One\nTwo')).toBe('One\nTwo');
});
it('a long address does not make a letter a wide one', () => {
  const letter = `https://agency.example/drafts/code-of-practice/2022-06-13/annotated-edition.html
the annotated draft is at the address above, and the deadline to comment
on it is Friday.`;
  expect(joined(letter).split('\n')).toHaveLength(2);
});
it('no word is lost or made', () => {
  expect(joined(LETTER).split(/\s+/)).toEqual(LETTER.split(/\s+/));
});
