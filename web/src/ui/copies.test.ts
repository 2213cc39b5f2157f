import { expect, test } from 'vitest';
import { sharing } from '../words/sharing';
import { copies } from './copies';

test('copies that have left are told from those that wait, and who gets none counts as neither', () => {
  expect(copies([{ state: 'SENT' }, { state: 'WAITING' }, { state: 'IN_DIGEST' }, { state: 'NEXT_DIGEST' }, { state: 'OUTSIDE' }])).toEqual({ left: 2, all: 4 });
});

test('what can still be stopped is said', () => {
  expect(sharing.takeBack.copies(0, 14)).toContain('none of 14 is sent yet');
  expect(sharing.takeBack.copies(3, 14)).toContain('3 of 14 are sent');
  expect(sharing.takeBack.copies(14, 14)).not.toContain('cancelled');
});
