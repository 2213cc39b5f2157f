// The bytes of a file, or the first of them.
import { Refusal, Unreachable } from '../api/problem';
import { wordsOf } from './failures';

/** Why a file is not shown: the server says no, nobody answers, or it is no such file. */
export const whyNot = (error: unknown, broken: string): string => (error instanceof Refusal || error instanceof Unreachable ? wordsOf(error) : broken);

/** All that came; of more than `most`, only so many, and the rest is not waited for. */
export async function bytesOf(response: Response, most = Infinity): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  while (reader && length < most) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new Unreachable('', { cause }); // the line broke
    });
    if (done) break;
    pieces.push(value);
    length += value.length;
  }
  await reader?.cancel().catch(() => undefined);
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all.subarray(0, Math.min(length, most));
}

/** As text: by its mark, or else UTF-8, or else as old programs of Windows wrote it. */
export function textOf(bytes: Uint8Array): string {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  if (mark) return new TextDecoder(mark).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true }); // the last letter may be cut
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
