// Where the mentions of a text stand in what it was read into: each name that the server says is one, after its @.
import type { Mention } from '../api/types';
import type { Node } from './prose';

/** Elements in which nobody is mentioned. */
const NONE = new Set(['a', 'code', 'pre', 'blockquote', 'signature']);
const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/\s+/gu, '\\s+');

export interface Piece { text: string; mention?: Mention }

/** A text between its mentions, the longest names first. */
export function pieces(text: string, mentions: Mention[]): Piece[] {
  if (mentions.length === 0 || !/[@＠]/u.test(text)) return [{ text }];
  const names = [...new Set(mentions.map((one) => one.name))].sort((a, b) => b.length - a.length);
  const all: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(new RegExp(`[@＠](${names.map(escaped).join('|')})(?![\\p{L}\\p{N}@])`, 'gu'))) {
    if (found.index > from) all.push({ text: text.slice(from, found.index) });
    const name = (found[1] ?? '').replace(/\s+/gu, ' ');
    all.push({ text: `@${name}`, mention: mentions.find((one) => one.name === name) });
    from = found.index + found[0].length;
  }
  if (from < text.length) all.push({ text: text.slice(from) });
  return all;
}

/** The same elements, with mentions as elements of their own. */
export function withMentions(nodes: Node[], mentions: Mention[]): Node[] {
  if (mentions.length === 0) return nodes;
  return nodes.flatMap((node): Node[] => {
    if (node.tag !== undefined && NONE.has(node.tag)) return [node];
    if (node.tag === undefined && node.text !== undefined) return pieces(node.text, mentions).map(({ text, mention }) => (mention ? { tag: 'mention', text, mention } : { text }));
    return [node.children ? { ...node, children: withMentions(node.children, mentions) } : node];
  });
}
