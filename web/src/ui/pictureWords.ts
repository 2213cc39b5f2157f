// What pictures in a text show, in the words that stand with each: `![what it shows](name)`. Pure.
import { inCode } from './marks';

/** Characters of what one picture shows. */
export const LONGEST_WORDS = 250;
const MARK = /!\[((?:\\.|[^[\]\\\n]){0,1000})\]\((?:<([^<>\n]{1,260})>|([^\s()<>]{1,260}))\)/g;
const OWN = /^[^/\\:]+\.(?:png|jpe?g|gif|webp)$/i;

export interface Pictured {
  name: string;
  words: string;
  /** where its words stand in the text */
  from: number;
  to: number;
}

function named(link: string): string {
  try {
    return decodeURI(link);
  } catch {
    return link; // a percent sign that encodes nothing
  }
}

/** The pictures of a message, in their order; without pictures of other places and marks inside code. */
export function picturesIn(text: string): Pictured[] {
  return [...text.matchAll(MARK)]
    .map((found) => ({ name: named(found[2] ?? found[3] ?? ''), words: (found[1] ?? '').replace(/\\(\p{P}|\p{S})/gu, '$1'), from: found.index + 2, to: found.index + 2 + (found[1] ?? '').length }))
    .filter((one) => OWN.test(one.name) && !inCode(text, one.from) && text[one.from - 3] !== '\\');
}

/** The text with other words for one of its pictures; what would be a mark in them is a letter. */
export function described(text: string, one: Pictured, words: string): string {
  const put = words.replace(/\s+/g, ' ').trimStart().slice(0, LONGEST_WORDS).replace(/[\\[\]`*_~<>&]/g, '\\$&');
  return text.slice(0, one.from) + put + text.slice(one.to);
}
