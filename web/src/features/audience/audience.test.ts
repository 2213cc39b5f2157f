import { describe, expect, it } from 'vitest';
import type { AudienceChoice, Organisation, Seat } from '../../api/types';
import { byWidth, heads, label, named, narrowerThan, offered, newcomersTo, parse, readersOf, readersOfAll, sendLabel } from './audience';

const organisation = (slug: string, name: string, side: Organisation['side']): Organisation => ({ slug, name, side, since: '2022-06-01T00:00:00Z', description: '' });
const seat = (id: string, of: string, end?: string): Seat => ({ id, name: id, organisation: of, role: 'MEMBER', start: '2022-06-01T00:00:00Z', end });
const organisations = [
  organisation('lantern', 'Lantern Rights Initiative', 'CIVIL_SOCIETY'), organisation('harbour', 'Harbour Press Freedom Network', 'CIVIL_SOCIETY'),
  organisation('northwind', 'Northwind', 'COMPANY'), organisation('brightline', 'Brightline', 'COMPANY'),
];
const seats = [seat('ada', 'lantern'), seat('tunde', 'lantern'), seat('funke', 'harbour'), seat('ibrahim', 'harbour', '2022-06-10T00:00:00Z'), seat('jonas', 'brightline'), seat('oliver', 'northwind')];
const name = (slug: string): string => organisations.find((one) => one.slug === slug)?.name ?? slug;

describe('who reads', () => {
  it.each([
    ['EVERYONE', 5, ['brightline', 'northwind', 'harbour', 'lantern']],
    ['CIVIL_SOCIETY', 3, ['harbour', 'lantern']],
    ['WITH_COMPANY(brightline)', 4, ['brightline', 'harbour', 'lantern']],
    ['COMPANY_ONLY(northwind)', 1, ['northwind']],
    ['ORGANISATION_ONLY(lantern)', 2, ['lantern']],
    ['BETWEEN(lantern,brightline)', 3, ['brightline', 'lantern']],
    ['NAMED(ada,jonas)', 2, ['brightline', 'lantern']],
  ])('%s: %i people, companies first, ended seats left out', (audience, count, order) => {
    const groups = readersOf(audience, seats, organisations);
    expect(heads(groups)).toBe(count);
    expect(groups.map((group) => group.slug)).toEqual(order);
  });
});

it('tells who reads each of several from who reads any of them', () => {
  const { each, any } = readersOfAll(['CIVIL_SOCIETY', 'WITH_COMPANY(brightline)', 'NAMED(ada,jonas)'], seats, organisations);
  expect(each.sort()).toEqual(['ada']);
  expect(any.sort()).toEqual(['ada', 'funke', 'jonas', 'tunde']);
  expect(readersOfAll(['COMPANY_ONLY(northwind)', 'CIVIL_SOCIETY'], seats, organisations).each).toEqual([]);
});

it('says the audience in words, with the company by name', () => {
  const words = ['EVERYONE', 'CIVIL_SOCIETY', 'WITH_COMPANY(brightline)', 'COMPANY_ONLY(northwind)', 'NAMED(ada)'].map((audience) => label(audience, name));
  expect(words).toEqual(['Everyone', 'Civil society', 'Civil society and Brightline', 'Northwind only', 'Named people']);
});

it('orders widest first', () => {
  const all = ['NAMED(ada)', 'CIVIL_SOCIETY', 'COMPANY_ONLY(northwind)', 'EVERYONE', 'WITH_COMPANY(brightline)'].map((audience) => ({ audience, readers: 1 }));
  expect(all.sort(byWidth).map((one) => parse(one.audience).kind)).toEqual(['EVERYONE', 'WITH_COMPANY', 'CIVIL_SOCIETY', 'COMPANY_ONLY', 'NAMED']);
});

it('writes a named audience in one form, each seat once', () => {
  expect(named(['tunde', 'ada', 'tunde'])).toBe('NAMED(ada,tunde)');
  expect(parse('NAMED(ada,tunde)').seats).toEqual(['ada', 'tunde']);
});

describe('the send button', () => {
  const choice = (audience: string): AudienceChoice => {
    const groups = readersOf(audience, seats, organisations);
    return { audience, label: '', readers: heads(groups), organisations: groups };
  };
  it('says how many people in how many organisations', () => {
    expect(sendLabel(choice('CIVIL_SOCIETY'))).toBe('Send to 3 people in 2 organisations');
    expect(sendLabel(choice('COMPANY_ONLY(northwind)'))).toBe('Send to 1 person in 1 organisation');
  });
  it('names the companies for the widest audience', () => {
    expect(sendLabel(choice('EVERYONE'))).toBe('Send to 5 people in 4 organisations, with Brightline and Northwind');
  });
});

it('tells who came since somebody was shown who reads, and who only took over', () => {
  const after = [...seats.filter((one) => one.id !== 'tunde'), { ...seat('tunde', 'lantern', '2022-07-01T00:00:00Z'), successor: 'bisi' }, seat('bisi', 'lantern')];
  const shown = ['ada', 'tunde', 'funke', 'oliver'];
  expect(newcomersTo('EVERYONE', shown, after, organisations).map((one) => [one.slug, one.seats])).toEqual([['brightline', ['jonas']]]);
  expect(newcomersTo('CIVIL_SOCIETY', shown, after, organisations)).toEqual([]);
});

it('knows what is narrower than a ceiling, and of whom', () => {
  const companies = ['acme', 'chirp'];
  expect(narrowerThan('EVERYONE', companies)).toEqual(['CIVIL_SOCIETY', 'WITH_COMPANY(acme)', 'WITH_COMPANY(chirp)', 'COMPANY_ONLY(acme)', 'COMPANY_ONLY(chirp)']);
  expect(narrowerThan('WITH_COMPANY(acme)', companies)).toEqual(['CIVIL_SOCIETY', 'COMPANY_ONLY(acme)']);
  expect(narrowerThan('CIVIL_SOCIETY', companies)).toEqual([]);
  expect(narrowerThan('COMPANY_ONLY(acme)', companies)).toEqual([]);
  expect(narrowerThan('CIVIL_SOCIETY', companies, 'lantern')).toEqual(['ORGANISATION_ONLY(lantern)']);
  expect(narrowerThan('WITH_COMPANY(acme)', companies, 'lantern')).toEqual(['CIVIL_SOCIETY', 'BETWEEN(lantern,acme)', 'COMPANY_ONLY(acme)', 'ORGANISATION_ONLY(lantern)']);
  expect(narrowerThan('BETWEEN(lantern,acme)', companies)).toEqual(['COMPANY_ONLY(acme)', 'ORGANISATION_ONLY(lantern)']);
});

it('offers an office its own readers, alone and with each company, and a company each office', () => {
  const parties = [{ slug: 'acme', side: 'COMPANY' }, { slug: 'chirp', side: 'COMPANY' }, { slug: 'lantern', side: 'CIVIL_SOCIETY' }, { slug: 'savanna', side: 'CIVIL_SOCIETY' }];
  expect(offered(parties, 'lantern').slice(6)).toEqual(['BETWEEN(lantern,acme)', 'BETWEEN(lantern,chirp)', 'ORGANISATION_ONLY(lantern)']);
  expect(offered(parties, 'chirp').slice(6)).toEqual(['BETWEEN(lantern,chirp)', 'BETWEEN(savanna,chirp)']);
  expect(offered(parties, 'lantern').some((one) => one.includes('savanna'))).toBe(false);
});
