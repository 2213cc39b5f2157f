// The letter that opened an issue or an action: its words became the description, and need not stand there twice.
import type { Entry } from '../api/types';

/** Whether a letter says what stands above the conversation; once that is changed, the letter shows what it was. */
export const isDescription = (entry: Pick<Entry, 'via' | 'text' | 'answers'>, about?: string): boolean =>
  entry.via === 'MAIL' && entry.answers === undefined && !!about?.trim() && entry.text.trim() === about.trim();
