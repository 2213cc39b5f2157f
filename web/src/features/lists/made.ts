// What a message becomes: the words that a form begins with, and whose they are.
import type { Entry } from '../../api/types';
import { plainDate } from '../../ui/times';

export type Becomes = 'issue' | 'question' | 'action';
/** What else its menu begins: a thread of its own. */
export type Begins = Becomes | 'thread';

/** What a form is filled in with, and the message that it is made from. */
export interface Origin { entry: Entry; title: string; text: string; asks: boolean; fits: (audience: string) => boolean }

export const LONGEST_TITLE = 100;

/** The first line that says something, without what marks it: a title to begin with. */
export function titleOf(text: string): string {
  const line = text.split('\n').map((one) => one.replace(/^[\s>#*+\-\d.]+/, '').trim()).find((one) => one !== '') ?? '';
  if (line.length <= LONGEST_TITLE) return line;
  const cut = line.slice(0, LONGEST_TITLE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_TITLE / 2))}…`;
}

/** The message line by line as a quote, and below it whose it is, with the way to it. */
export function quoteOf(text: string, whose: string): string {
  const lines = text.trim().split('\n').map((line) => (line === '' ? '>' : `> ${line}`));
  return `${lines.join('\n')}\n\n— ${whose}\n`;
}

export const dayOf = (at: string): string => plainDate(at.slice(0, 10));
