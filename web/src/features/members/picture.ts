// A square cut out of any picture: which part of it, and as few bytes as a face needs. Drawn anew, it has nothing of place,
// time or device in it; the server looks again.
import { pictureSize } from '../../ui/pictureSize';

/** Pixels of the side of what is sent: enough for a card on a sharp screen. */
export const SIDE = 160;
/** Half of what the server takes. */
const MOST_BYTES = 16 * 1024;
const QUALITIES = [0.86, 0.75, 0.6, 0.4];
const HEAD_BYTES = 256 * 1024;
export const MOST_MILLIONS = 50;
const MOST_SIDE = 16_384;
export const MOST_ZOOM = 5;

/** The middle of what is seen, as shares of the picture, and how much larger than it must be. */
export interface Cut { x: number; y: number; zoom: number }
interface Size { width: number; height: number }

/** How much of the picture's sides the square has. */
const shareOf = (size: Size, zoom: number): { x: number; y: number } => {
  const side = Math.min(size.width, size.height) / zoom;
  return { x: side / size.width, y: side / size.height };
};
const between = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value));

/** The same within the picture: no side of the square leaves it. */
export function within(size: Size, cut: Cut): Cut {
  const zoom = between(1, cut.zoom, MOST_ZOOM);
  const share = shareOf(size, zoom);
  return { x: between(share.x / 2, cut.x, 1 - share.x / 2), y: between(share.y / 2, cut.y, 1 - share.y / 2), zoom };
}

/** In pixels of the picture. */
export function squareOf(size: Size, cut: Cut): { x: number; y: number; side: number } {
  const side = Math.min(size.width, size.height) / cut.zoom;
  return { x: cut.x * size.width - side / 2, y: cut.y * size.height - side / 2, side };
}

/** Why a file cannot be opened as a picture; nothing if it can be tried. */
export async function whyNot(file: Blob): Promise<'svg' | 'kind' | 'pixels' | undefined> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  if (file.type === 'image/svg+xml' || /<svg|<\?xml/i.test(new TextDecoder().decode(head.subarray(0, 256)))) return 'svg';
  const size = pictureSize(head);
  if (!size) return 'kind';
  return Math.max(size.width, size.height) > MOST_SIDE || size.width * size.height > MOST_MILLIONS * 1_000_000 ? 'pixels' : undefined;
}

export function draw(context: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D, bitmap: ImageBitmap, cut: Cut, side: number): void {
  const from = squareOf(bitmap, cut);
  context.fillStyle = '#fff'; // what one sees through would show the initials below
  context.fillRect(0, 0, side, side);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, from.x, from.y, from.side, from.side, 0, 0, side, side);
}

/** What is sent: WebP, or JPEG where a browser cannot write that. */
export async function cutOut(bitmap: ImageBitmap, cut: Cut): Promise<Blob> {
  const canvas = new OffscreenCanvas(SIDE, SIDE);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  draw(context, bitmap, cut, SIDE);
  let made = await canvas.convertToBlob({ type: 'image/webp', quality: QUALITIES[0] ?? 1 });
  const type = made.type === 'image/webp' ? made.type : 'image/jpeg';
  for (const quality of QUALITIES) {
    made = await canvas.convertToBlob({ type, quality });
    if (made.size <= MOST_BYTES) break;
  }
  return made;
}

export async function base64(bytes: Blob): Promise<string> {
  const all = new Uint8Array(await bytes.arrayBuffer());
  let text = '';
  for (const byte of all) text += String.fromCharCode(byte);
  return btoa(text);
}
