// Pictures that stand in a text: `![what it shows](name)` where a file of the same message has that name. Their room is
// kept before they are there. What is no picture that a page can bear is a file, and is named.
import { linkTo } from '../api/api';
import type { Attachment } from '../api/types';
import type { Node } from './prose';

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

/** Files that no place in the text shows. */
export const besides = (text: string, files: readonly Attachment[]): Attachment[] => files.filter((file) => !isPicture(file) || !(text.includes(`](${file.name})`) || text.includes(`](<${file.name}>)`)));
