// Pictures that stand in a text: `![what it shows](name)` where a file of the same message has that name. Their room is
// kept before they are there. What is no picture that a page can bear is a file, and is named.
import { linkTo } from '../api/api';
import type { Attachment } from '../api/types';
import type { Node, Prose } from './prose';

const isPicture = (file: Attachment): file is Attachment & { width: number; height: number } => (file.width ?? 0) > 0 && (file.height ?? 0) > 0;

/** The same elements, each name with the file that has it; the name alone where none has. */
export function withPictures(nodes: Node[], files: readonly Attachment[], among = files.filter(isPicture)): Node[] {
  return nodes.map((node): Node => {
    if (node.tag === 'picture') {
      const file = files.find((one) => one.name === node.href);
      return file ? { ...node, file, among } : { text: node.text || node.href || '' };
    }
    if (node.tag === 'file') {
      const file = files.find((one) => one.name === node.href);
      return { tag: 'a', href: file && linkTo(file.href), children: node.children ?? [{ text: file?.name }] };
    }
    return node.children ? row({ ...node, children: withPictures(node.children, files, among) }) : node;
  });
}

const blank = (node: Node): boolean => node.tag === undefined && (node.text ?? '').trim() === '';
/** A paragraph of pictures alone is a gallery of them. */
function row(node: Node): Node {
  const inside = node.children ?? [];
  const pictures = inside.filter((one) => one.tag === 'picture' && one.file && isPicture(one.file));
  if (node.tag !== 'p' || pictures.length === 0 || inside.some((one) => !blank(one) && !pictures.includes(one))) return node;
  return { tag: 'gallery', children: pictures };
}

const placed = (nodes: Node[]): string[] => nodes.flatMap((node) => [...(node.tag === 'picture' || node.tag === 'file' ? [node.href ?? ''] : []), ...placed(node.children ?? [])]);

/** Files that no place in the text shows: what only looks like one, as in code, shows none. Until it is read, each that it names has its place. */
export function besides(text: string, files: readonly Attachment[], read?: (text: string, files: readonly string[]) => Prose): Attachment[] {
  const named = files.filter((file, i) => isPicture(file) && files.findIndex((one) => one.name === file.name) === i && (text.includes(`](${file.name})`) || text.includes(`](<${file.name}>)`)));
  if (named.length === 0) return [...files];
  const shown = read && new Set(placed(read(text, files.map((file) => file.name)).nodes));
  return files.filter((file) => !named.includes(file) || shown?.has(file.name) === false);
}
