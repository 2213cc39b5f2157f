// HTML and XML files are sent as texts: as files they are refused, for a browser that opens one may run it.

/** Whether it is a file of this kind, by its name. */
export const isMarkup = (name: string): boolean => /\.(?:x?html?|xml|akn)$/i.test(name);

const DECLARED = /(<meta\b[^>]*?charset\s*=\s*["']?|<\?xml\b[^>]*?encoding\s*=\s*["'])[\w-]+/giu;
/** Declarations stand at the beginning (HTML Living Standard, 4.2.5.4: in its first 1,024 bytes). */
const HEAD = 4096;

/** The text of the file. Its declared encoding becomes UTF-8, in which it is sent. */
export function markupText(bytes: Uint8Array): string {
  const text = decoded(bytes);
  return text.slice(0, HEAD).replace(DECLARED, '$1utf-8') + text.slice(HEAD);
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(label(bytes)).decode(bytes);
  }
}

/** As it declares, if it is an encoding that is known and not the one it is not in. */
function label(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const declared = /(?:charset|encoding)\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1] ?? '';
  try {
    const known = new TextDecoder(declared).encoding;
    return known === 'utf-8' ? 'windows-1252' : known;
  } catch {
    return 'windows-1252';
  }
}
