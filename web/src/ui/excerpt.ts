// The first words of what was said, on one line of a feed: as they read, without the signs that format them. Pure.
const QUOTED = /^\s*>/;
const RULE = /^\s*(?:\|?[\s:]*-{3,}[\s:|-]*|[*_]{3,}\s*|`{3,}.*|~{3,}.*)$/;
const LEADS = /^\s*(?:#{1,6}\s+|(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?)/;
const EDGES = /^\s*\||\|\s*$/g;

/** Signs go in pairs, and only around words: what multiplies, or stands inside a name or an address, stays. */
const PAIRS: [RegExp, string][] = [
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

/** At most `longest` characters of `text`, without what it quotes. */
export function excerptOf(text: string, longest = LONGEST): string {
  return text.split('\n').filter((one) => !QUOTED.test(one) && !RULE.test(one)).map(line).filter(Boolean).join(' ').slice(0, longest);
}
