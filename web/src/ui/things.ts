// Things of this workspace that a text names: `COP-12`, or the address of a page here. Which of them are there for this
// reader is asked of the server, as by going there: what may not be read stays the text it was (R8).
import { match } from '../shell/router/router';
import type { Node } from './prose';

export type ThingKind = 'thread' | 'issue' | 'update' | 'action' | 'poll';
export interface Thing {
  kind: ThingKind;
  id: string;
}
const KINDS = new Set<string>(['thread', 'issue', 'update', 'action', 'poll']);
/** Elements in which a name stays a name. */
const NONE = new Set(['a', 'code', 'pre', 'signature', 'file', 'picture', 'mention']);
/** In one text; what comes after is text. */
export const MOST_THINGS = 20;

/** The thing whose page an address of this workspace opens. */
export function thingAt(href: string, origin: string, w: string): Thing | undefined {
  if (!href.startsWith(`${origin}/`)) return undefined;
  const { name, params } = match(new URL(href).pathname);
  const same = (slug = ''): string | undefined => slug.split('~')[0];
  return KINDS.has(name) && same(params.w) === same(w) && params.id ? { kind: name as ThingKind, id: params.id } : undefined;
}

/** The same elements; a bare address of a thing, and a key of one of these trackers, as elements of their own. */
export function withThings(nodes: Node[], { origin, w, trackers }: { origin: string; w: string; trackers: string[] }): Node[] {
  const keys = trackers.length > 0 ? new RegExp(`(?<![\\p{L}\\p{N}_/-])(?:${trackers.filter((key) => /^[A-Z][A-Z0-9]*$/.test(key)).join('|')})-[1-9]\\d{0,5}(?![\\p{L}\\p{N}_]|-\\d)`, 'gu') : undefined;
  let left = MOST_THINGS;
  const split = (text: string): Node[] => {
    if (!keys) return [{ text }];
    const all: Node[] = [];
    let from = 0;
    for (const found of text.matchAll(keys)) {
      if (left-- <= 0) break;
      if (found.index > from) all.push({ text: text.slice(from, found.index) });
      all.push({ tag: 'thing', text: found[0], thing: { kind: 'issue', id: found[0] } });
      from = found.index + found[0].length;
    }
    if (from < text.length) all.push({ text: text.slice(from) });
    return all;
  };
  const walk = (all: Node[]): Node[] => all.flatMap((node): Node[] => {
    if (node.tag === 'a' && node.href && node.children?.length === 1 && node.children[0]?.text?.startsWith(origin)) {
      const thing = thingAt(node.href, origin, w);
      return [thing && left-- > 0 ? { tag: 'thing', text: node.children[0].text, href: node.href, thing } : node];
    }
    if (node.tag !== undefined && NONE.has(node.tag)) return [node];
    if (node.tag === undefined && node.text !== undefined) return split(node.text);
    return [node.children ? { ...node, children: walk(node.children) } : node];
  });
  return walk(nodes);
}

export const hasThings = (text: string, origin: string, trackers: string[]): boolean => text.includes(`${origin}/`) || trackers.some((key) => text.includes(`${key}-`));
