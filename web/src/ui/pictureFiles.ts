// Pictures on their way into a text: what each is called there, how large it is, and smaller where a phone made it far
// larger than a page shows it. Drawn anew, a picture has nothing of place, time or device in it.
import type { Files } from '../stream/files.svelte';
import { apply, chosenIn } from './marks';

/** Points of the longer side; more than any page shows. */
export const LONGEST_SIDE = 2_560;
/** A picture under this goes as it is. */
const SMALL_BYTES = 600_000;
/** A picture far longer than wide, as of a whole page on a phone, stays so wide that it can be read. */
const SHORTEST_SIDE = 1_280;
/** What is larger is not unpacked here either (the server's limits, PictureSize). */
const MOST_POINTS = 50_000_000;
const MOST_SIDE = 16_384;
const QUALITY = 0.85;
const KINDS: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp', 'image/gif': 'gif' };
const LONGEST_NAME = 60;

/** A name that stands in a text as it is, and that no other file of the same message has. */
export function nameFor(name: string, type: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf('.');
  const base = (dot > 0 ? name.slice(0, dot) : name).normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, LONGEST_NAME) || 'picture';
  const ending = KINDS[type] ?? (dot > 0 ? name.slice(dot + 1) : 'bin');
  for (let n = 1; ; n++) {
    const one = `${base}${n > 1 ? `-${n}` : ''}.${ending}`;
    if (!taken.has(one)) return one;
  }
}

/** Width and height by the first octets; nothing where it is no picture that pages show. */
export function sizeOf(head: Uint8Array): { width: number; height: number } | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const word = (at: number): string => String.fromCharCode(...head.slice(at, at + 4));
  try {
    if (view.getUint32(0) === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) };
    if (word(0) === 'GIF8') return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    if (word(0) === 'RIFF' && word(8) === 'WEBP') return webp(view, word(12));
    return view.getUint16(0) === 0xffd8 ? jpeg(view) : undefined;
  } catch {
    return undefined; // it breaks off
  }
}
function webp(view: DataView, kind: string): { width: number; height: number } | undefined {
  if (kind === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind === 'VP8X') return { width: (view.getUint32(24, true) & 0xffffff) + 1, height: (view.getUint32(26, true) >>> 8) + 1 };
  const bits = view.getUint32(21, true);
  return kind === 'VP8L' ? { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 } : undefined;
}
function jpeg(view: DataView): { width: number; height: number } | undefined {
  for (let at = 2; at < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    if (marker < 0xff00) return undefined;
  }
  return undefined;
}

const HEAD_BYTES = 256 * 1024;
const shown = (size?: { width: number; height: number }): boolean => size !== undefined && size.width > 0 && size.height > 0 && Math.max(size.width, size.height) <= MOST_SIDE && size.width * size.height <= MOST_POINTS;

/** How much smaller a picture goes along. */
export const shareOf = ({ width, height }: { width: number; height: number }): number => Math.min(1, Math.max(LONGEST_SIDE / Math.max(width, height), SHORTEST_SIDE / Math.min(width, height)));

/** The same picture with its longer side as a page needs it; nothing where it is small, moves, or cannot be drawn. */
async function smaller(file: File, size: { width: number; height: number }): Promise<Blob | undefined> {
  const longest = Math.max(size.width, size.height);
  if (file.type === 'image/gif' || (file.size <= SMALL_BYTES && longest <= LONGEST_SIDE)) return undefined;
  const share = shareOf(size);
  const bitmap = await createImageBitmap(file);
  try {
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(bitmap.width * share)), Math.max(1, Math.round(bitmap.height * share)));
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const type = file.type === 'image/png' || file.type === 'image/webp' ? file.type : 'image/jpeg';
    const made = await canvas.convertToBlob({ type, quality: QUALITY });
    return made.type === type && made.size < file.size ? made : undefined;
  } finally {
    bitmap.close();
  }
}

interface Prepared {
  file: File;
  /** it is shown where its name stands */
  picture: boolean;
}

/** As they go along: pictures with names of their own, and no larger than they need be. */
export async function prepared(files: File[], taken: ReadonlySet<string>, original = false): Promise<Prepared[]> {
  const names = new Set(taken);
  const all: Prepared[] = [];
  for (const file of files) {
    const size = KINDS[file.type] ? sizeOf(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())) : undefined;
    if (!size || !shown(size)) {
      all.push({ file, picture: false });
      continue;
    }
    const name = nameFor(file.name, file.type, names);
    names.add(name);
    const drawn = original ? undefined : await smaller(file, size).catch(() => undefined);
    all.push({ file: new File([drawn ?? file], name, { type: file.type }), picture: true });
  }
  return all;
}

/** A picture's mark. What it shows is for its author to say; until then it has its name. */
export const markOf = (name: string): string => `![](${name})`;

/** Adds files, and stands pictures where the text is being written. */
export async function addHere(field: HTMLTextAreaElement | null, files: Files, chosen: File[]): Promise<void> {
  const all = await prepared(chosen, new Set(files.all.map((file) => file.name)));
  files.add(all.map((one) => one.file));
  const pictures = all.filter((one) => one.picture && files.all.some((file) => file.name === one.file.name));
  if (!field || pictures.length === 0) return;
  const chosenNow = chosenIn(field);
  const before = chosenNow.text.slice(0, chosenNow.to);
  const after = chosenNow.text.slice(chosenNow.to);
  // a row of pictures is a gallery; what else is written stands apart from them
  const lead = before.trimEnd() === '' || /\n\n$|\]\([^)\n]*\)\n$/.test(before) ? '' : /\]\([^)\n]*\)$/.test(before) && /(?:^|\n)!\[[^\n]*$/.test(before) || before.endsWith('\n') ? '\n' : '\n\n';
  const put = `${lead}${pictures.map((one) => markOf(one.file.name)).join('\n')}${after.startsWith('\n') ? '' : '\n'}`;
  const at = chosenNow.to + put.length;
  apply(field, { start: chosenNow.to, end: chosenNow.to, put, from: at, to: at });
}
