import { expect, it } from 'vitest';
import type { AudienceOrganisation, Organisation, Seat } from '../api/types';
import { found, namesOf, outside } from './mentionNames';
import { pieces, withMentions } from './mentionNodes';

const seat = (id: string, name: string, organisation: string): Seat => ({ id, name, organisation, role: 'MEMBER', start: '2026-06-01T09:00:00Z' }) as Seat;
const party = (slug: string, name: string, side: 'CIVIL_SOCIETY' | 'COMPANY'): Organisation => ({ slug, name, side, since: '2026-06-01T09:00:00Z' }) as Organisation;
const SEATS = [seat('amina', 'Amina Bello', 'rights'), seat('bola', 'Bola Adé', 'press'), seat('zainab', 'Zainab Bello Musa', 'press'), seat('twin1', 'Kemi Ojo', 'rights'), seat('twin2', 'Kemi Ojo', 'press'), seat('oscar', 'Óscar Núñez-Díaz', 'press'), seat('salma', 'سلمى بن يوسف', 'press'), seat('lin', 'Lin Tan', 'lantern')];
const PARTIES = [party('rights', 'Rights Now', 'CIVIL_SOCIETY'), party('press', 'Press Union', 'CIVIL_SOCIETY'), party('lantern', 'Lantern Platforms', 'COMPANY')];
const names = namesOf(SEATS, PARTIES);
const said = (text: string): string => found(text, names).map((one) => one.targets.map((target) => target.id).join('|')).join(' ');

// as in MentionReadingTest: what the page warns of is what the server would refuse
it.each([
  ['@Amina Bello please', 'amina'], ['@bola ade, thanks', 'bola'], ['(@Bola)', 'bola'], ['@Bola/@Oscar', 'bola oscar'], ['@Zainab Bello Musa', 'zainab'], ['@oscar nunez-diaz', 'oscar'], ['@Kemi Ojo', 'twin1|twin2'],
  ['@Kemi Ojo (press)', 'twin2'], ['@Bola’s memo', 'bola'], ['@Bolanle', ''], ['@LANTERN', 'lantern'], ['@Press Union', 'press'], ['@civil society', 'CIVIL_SOCIETY'], ['@tout le monde', 'EVERYONE'], ['a@b.example', ''],
  ['@lantern.example', ''], ['@bola@mastodon.example', ''], ['https://x.example/@bola', ''], ['`@Bola` and @Amina', 'amina'], ['> @Bola\n\n@Amina', 'amina'], ['```\n@Bola\n```\n@Amina', 'amina'], ['و@سلمى، شكرا', 'salma'], ['d’@Amina', 'amina'],
  ['I ask @Zainab\nBello Musa.', 'zainab'], ['@@Bola', ''], ['@ Bola', ''],
])('finds in %j the names %j', (text, expected) => expect(said(text)).toBe(expected));

it('names those outside the chosen audience, each once, and an organisation as far as it reads', () => {
  const civil: AudienceOrganisation[] = PARTIES.slice(0, 2).map((one) => ({ ...one, seats: SEATS.filter((of) => of.organisation === one.slug).map((of) => of.id) }));
  expect(outside('@Lin, @Lin and @lantern, but @Bola and @civil society', names, civil)).toEqual(['Lin', 'lantern']);
  expect(outside('@everyone', names, civil)).toEqual([]);
});

it('shows as mentions only what the server says is one, and not in code or links', () => {
  const mentions = [{ kind: 'PERSON' as const, id: 'bola', name: 'Bola' }, { kind: 'PERSON' as const, id: 'bola', name: 'Bola Adé' }];
  expect(pieces('Hi @Bola Adé, @Bola and @Bolanle', mentions).map((one) => [one.text, one.mention?.id])).toEqual([['Hi ', undefined], ['@Bola Adé', 'bola'], [', ', undefined], ['@Bola', 'bola'], [' and @Bolanle', undefined]]);
  const nodes = withMentions([{ tag: 'p', children: [{ text: '@Bola' }, { tag: 'code', text: '@Bola' }] }], mentions);
  expect(nodes[0]?.children?.map((one) => one.tag)).toEqual(['mention', 'code']);
});
