// What a filter of the tracker on screen lets through.
import type { Issue } from '../../api/types';
import { asker, filteredBy } from '../query/asker';
import type { Test } from '../query/language';
import { parse } from './filter';

/** The issues that a filter lets through, or what is wrong with it. */
export const filtered = (q: string, day: string): { test: Test<Issue>; wrong?: string } => filteredBy(q, () => parse(q, asker(day)));

/** Whether a filter says itself whether closed issues are meant. */
export const saysState = (q: string): boolean => /(^|\s)-?(state|is):/i.test(q);
