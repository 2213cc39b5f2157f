// What something is linked to, as it is typed: labels of issues, and addresses of pages here. Pure.
import { KINDS } from '../features/index';

export type Link = { kind: 'issue' | 'action' | 'update' | 'thread'; id: string };

/** The part of an address under which the pages of a kind stand, such as `issues`. */
const AREAS = Object.fromEntries(
  Object.values(KINDS).filter((one) => one.linked).map(({ kind, route }) => [kind, route?.('w', 'id').split('/')[3]]),
) as Record<Link['kind'], string>;
const KIND_AT = Object.fromEntries(Object.entries(AREAS).map(([kind, area]) => [area, kind])) as Record<string, Link['kind']>;

/** An address of a page names what stands there; what is not one is taken for the label of an issue. */
export function linkOf(name: string): Link {
  const parts = name.replace(/[?#].*$/, '').split('/').filter(Boolean);
  const kind = KIND_AT[parts.at(-2) ?? ''];
  return kind ? { kind, id: parts.at(-1) as string } : { kind: 'issue', id: name };
}

export const linksIn = (text: string): Link[] => text.split(/[\s,;]+/).filter(Boolean).map(linkOf);

/** The same in words that are read back: an issue by its label where there is one, the rest by the path of its page. */
export const inWords = (links: Link[], label: (id: string) => string | undefined): string =>
  links.map(({ kind, id }) => (kind === 'issue' ? (label(id) ?? id) : `/${AREAS[kind]}/${id}`)).join(', ');
