// Programs that write letters break lines after some 72 letters; on a phone each of those lines breaks once more. What
// such a program broke is one paragraph again; what its author broke stays. Only what is shown changes, never what is kept.
const NARROWEST = 60;
const WIDEST = 80;
const LISTED = /^(?:\s|[-*•–—+>|#]|\d{1,3}[.)]\s)/;
const ALIGNED = /\S(?: {2,}|\t)\S/;
const ONE_WORD = /^\S+$/;

const firstWord = (line: string): number => (/^\S*/.exec(line)?.[0] ?? '').length;

/** A line was broken by a program where the next word had no room on it: then, and only then, the next line goes on with it. */
export function joined(text: string): string {
  const lines = text.split('\n');
  const wide = lines.reduce((most, line) => (ONE_WORD.test(line) ? most : Math.max(most, line.trimEnd().length)), 0);
  if (wide < NARROWEST || wide > WIDEST || lines.some((line) => ALIGNED.test(line))) return text;
  let said = lines[0] ?? '';
  for (let i = 1; i < lines.length; i++) {
    const before = (lines[i - 1] as string).trimEnd();
    const line = lines[i] as string;
    const full = before !== '' && !ONE_WORD.test(before) && line !== '' && !LISTED.test(line) && before.length + 1 + firstWord(line) > wide;
    said = full ? `${said.trimEnd()} ${line}` : `${said}\n${line}`;
  }
  return said;
}
