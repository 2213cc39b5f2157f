import { expect, it } from 'vitest';
import type { Invitation } from '../../api/types';
import { saidBy, settled, trouble } from './invitationMail';

const invitation = (mail?: Invitation['mail']): Invitation => ({
  id: 'i', address: 'ada@rights.example', organisation: 'rights', role: 'MEMBER', by: 's', at: '2022-06-15T09:00:00Z', expires: '2022-06-29T09:00:00Z', ...(mail ? { mail } : {}),
});

it('a letter that will not arrive by itself is trouble', () => {
  expect(trouble({ state: 'REJECTED', code: 550 })).toBe(true);
  expect(trouble({ state: 'RETURNED' })).toBe(true);
  expect(trouble({ state: 'GIVEN_UP', code: 451 })).toBe(true);
  for (const state of ['WAITING', 'SENT', 'RETRYING', 'WITHHELD'] as const) expect(trouble({ state })).toBe(false);
  expect(trouble(undefined)).toBe(false);
});

it('what is not known yet, or about to leave, is asked again', () => {
  expect(settled(invitation())).toBe(false);
  expect(settled(invitation({ state: 'WAITING' }))).toBe(false);
  expect(settled(invitation({ state: 'SENT' }))).toBe(true);
});

it('codes are said as far as there are any', () => {
  expect(saidBy({ state: 'REJECTED', code: 550, status: '5.1.1' })).toBe('550 5.1.1');
  expect(saidBy({ state: 'RETURNED', status: '5.2.2' })).toBe('5.2.2');
  expect(saidBy({ state: 'RETURNED' })).toBe('');
});
