import { expect, it } from 'vitest';
import { asked, asking, hasTerm, withTerm, renamed } from './language';

it('reads what a choice stands at, and only where one thing is asked', () => {
  expect(asked('is:open kind:call appeals', 'kind')).toBe('call');
  expect(asked('is:open', 'kind')).toBeUndefined();
  for (const more of ['kind:call,task', '-kind:call', 'kind:call kind:task', 'kind:"call']) expect(asked(more, 'kind')).toBeUndefined();
});

it('changes one thing that is asked and leaves the rest as it was typed', () => {
  expect(asking('Is:open  kind:call "joint call"', 'kind', 'task')).toBe('Is:open "joint call" kind:task');
  expect(asking('kind:call -kind:task is:open', 'kind', undefined)).toBe('is:open');
  expect(asking('', 'org', 'press')).toBe('org:press');
  expect(withTerm('is:open', 'is:asked', true)).toBe('is:open is:asked');
  expect(withTerm('is:open is:asked', 'is:asked', false)).toBe('is:open');
  expect(hasTerm('is:open is:asked', 'is:asked')).toBe(true);
  expect(hasTerm('-is:asked', 'is:asked')).toBe(false);
});

it('asks for a label under its new name, and for all else as before', () => {
  expect(renamed('is:open label:takedown,Urgent -label:Takedown "takedown now"', 'label', 'Takedown', 'Removal of content')).toBe('is:open label:"Removal of content",urgent -label:"Removal of content" "takedown now"');
  expect(renamed('label:a,b', 'label', 'a', 'b')).toBe('label:b');
  for (const text of ['is:open', 'label:other', 'label:"takedown', '']) expect(renamed(text, 'label', 'takedown', 'x')).toBe(text);
});
