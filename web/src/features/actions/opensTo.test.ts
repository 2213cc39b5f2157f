import { expect, test } from 'vitest';
import { opensTo } from './opensTo';

const seats = [{ id: 'ada', organisation: 'code' }, { id: 'jonas', organisation: 'acme' }, { id: 'lin', organisation: 'chirp' }];
const organisations = [{ slug: 'code', side: 'CIVIL_SOCIETY' }, { slug: 'acme', side: 'COMPANY' }, { slug: 'chirp', side: 'COMPANY' }] as const;

test.each([
  ['NAMED(ada)', 'CIVIL_SOCIETY'],
  ['NAMED(ada,jonas)', 'WITH_COMPANY(acme)'],
  ['NAMED(ada,jonas,lin)', 'EVERYONE'],
])('what %s know of under an embargo opens to %s unless somebody chooses more', (audience, to) => {
  expect(opensTo(audience, seats, organisations)).toBe(to);
});
