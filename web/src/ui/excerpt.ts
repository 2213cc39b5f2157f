// The first words of what was said, on one line of a feed: as they read, without the signs that format them. Pure.
const QUOTED = /^\s*>/;
const RULE = /^\s*(?:\|?[\s:]*-{3,}[\s:|-]*|[*_]{3,}\s*|`{3,}.*|~{3,}.*)$/;
const LEADS = /^\s*(?:>\s?)*(?:#{1,6}\s+|(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?)?/;
const EDGES = /^\s*\||\|\s*$/g;

/** Signs go in pairs, and only around words: what multiplies, or stands inside a name or an address, stays. */
const PAIRS: [RegExp, string][] = [
  [/!\[\]\(<?([^()<>\s]{1,200})>?\)/g, '$1'],
  [/!?\[([^\][]{1,300})\]\([^()\s]{1,300}\)/g, '$1'],
  [/`([^`]{1,300})`/g, '$1'],
  [/(\*\*|__|~~)(?=\S)([^\n]{1,300}?\S|\S)\1/g, '$2'],
  [/(^|[\s("'“«])([*_])(?=\S)([^*_\n]{1,300}?\S|\S)\2(?=$|[\s)"'”».,;:!?…])/g, '$1$3'],
];

function line(text: string): string {
  const cells = /^\s*\|/.test(text) ? text.replace(EDGES, '').split('|').map((cell) => cell.trim()).filter(Boolean).join(' · ') : text;
  return PAIRS.reduce((words, [signs, kept]) => words.replace(signs, kept), cells.replace(LEADS, '')).trim();
}

const LONGEST = 220;
/** In characters: what is read of one line. A line of blanks alone takes the patterns above time that grows with its square. */
const LONGEST_LINE = 1_000;

/** The words of lines, one after the other, as far as they are wanted. */
function plain(lines: string[], longest = Infinity): string {
  let words = '';
  for (const whole of lines) {
    if (words.length >= longest) break;
    const one = whole.trim().slice(0, LONGEST_LINE);
    const said = one === '' || RULE.test(one) ? '' : line(one);
    if (said !== '') words += words === '' ? said : ` ${said}`;
  }
  return words;
}

/** At most `longest` characters of `text`, without what it quotes. */
export function excerptOf(text: string, longest = LONGEST): string {
  return plain(text.split('\n').filter((one) => !QUOTED.test(one)), longest).slice(0, longest);
}

export interface Part { text: string; found?: boolean }
/** For private use, so that no text has them: around what was looked for while the rest is read. */
const [FROM, TO] = ['\uE000', '\uE001'];

/** What was found with the words around it, also in what somebody quotes. */
export function snippetOf(parts: Part[]): Part[] {
  const text = parts.map((part) => (part.found ? FROM + part.text + TO : part.text)).join('');
  return plain(text.split('\n')).split(/(\uE000[^\uE001]*\uE001)/).filter(Boolean)
    .map((words) => (words.startsWith(FROM) ? { text: words.slice(1, -1), found: true } : { text: words, found: false }));
}
