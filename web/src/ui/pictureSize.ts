// How wide and high a picture is, by its first bytes: what is too large is not decoded at all.
export interface PictureSize { width: number; height: number }

const ascii = (bytes: Uint8Array, at: number, length: number): string => String.fromCharCode(...bytes.subarray(at, at + length));

/** `undefined` where it is no picture that browsers show, or its head is not among these bytes. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (ascii(bytes, 1, 3) === 'PNG') return { width: view.getUint32(16), height: view.getUint32(20) };
    if (ascii(bytes, 0, 4) === 'GIF8') return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    if (ascii(bytes, 0, 2) === 'BM') return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
    if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return webp(view, ascii(bytes, 12, 4));
    if (ascii(bytes, 4, 8) === 'ftypavif') return avif(bytes, view);
    return view.getUint16(0) === 0xffd8 ? jpeg(view) : undefined;
  } catch {
    return undefined; // it ends before its size is told
  }
}

function webp(view: DataView, chunk: string): PictureSize | undefined {
  const FOURTEEN_BITS = 0x3fff;
  const threeBytes = (at: number): number => view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16);
  if (chunk === 'VP8X') return { width: threeBytes(24) + 1, height: threeBytes(27) + 1 };
  if (chunk === 'VP8 ') return { width: view.getUint16(26, true) & FOURTEEN_BITS, height: view.getUint16(28, true) & FOURTEEN_BITS };
  if (chunk !== 'VP8L') return undefined;
  const bits = view.getUint32(21, true);
  return { width: (bits & FOURTEEN_BITS) + 1, height: ((bits >>> 14) & FOURTEEN_BITS) + 1 };
}

/** The largest of the pictures in it. */
function avif(bytes: Uint8Array, view: DataView): PictureSize | undefined {
  let largest: PictureSize | undefined;
  for (let at = 4; at + 16 <= bytes.length; at++) {
    if (bytes[at] !== 0x69 || ascii(bytes, at, 4) !== 'ispe') continue;
    const one = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!largest || one.width * one.height > largest.width * largest.height) largest = one;
  }
  return largest;
}

/** From segment to segment, up to the frame. */
function jpeg(view: DataView): PictureSize | undefined {
  for (let at = 2; ; ) {
    const marker = view.getUint16(at);
    if (marker === 0xffff) { at++; continue; }
    if (marker < 0xff00) return undefined;
    const code = marker & 0xff;
    const isFrame = code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
}
