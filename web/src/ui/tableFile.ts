// The words of a table that a spreadsheet wrote. Those of some countries still write no UTF-8: a name or a title that is read in
// the wrong set of characters would be kept under it.
import { language, type Language } from '../words/language';

/** What a spreadsheet writes by default where these languages are used. */
const OLD: Record<Language, string> = { en: 'windows-1252', fr: 'windows-1252', ar: 'windows-1256' };

/** `bytes`: a whole file; UTF-16 is known by its mark, what is no UTF-8 is taken for the usual set of the reader's language. */
export function tableWords(bytes: Uint8Array, reader: Language = language): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(OLD[reader]).decode(bytes);
  }
}

/** Whether what was pasted is JSON rather than a table, by how it begins. */
export const isJson = (text: string): boolean => ['[', '{'].includes(text.trimStart().charAt(0));
