// What a new issue is besides its words: as it is filled in, as a draft keeps it, and as the API is told. Pure.
import type { Issue } from '../../api/types';
import { labelsIn } from './bulk';

export interface Particulars {
  type: Issue['type'];
  priority: Issue['priority'];
  labels: string;
  document: string;
  part: string;
  number: string;
  quote: string;
  /** values of the tracker's own fields, by their ids */
  own: Record<string, string>;
}

export const MOST_LABELS = 20;
export const LONGEST_LABEL = 40;
const USUAL = { type: 'TASK', priority: 'NORMAL' } as const;
const CITED = ['document', 'part', 'number', 'quote'] as const;
const OWN = 'own.';

/** From a draft, or the usual ones. */
export function particulars(kept: Record<string, string> = {}): Particulars {
  const own = Object.fromEntries(Object.entries(kept).flatMap(([name, value]) => (name.startsWith(OWN) ? [[name.slice(OWN.length), value]] : [])));
  return {
    type: (kept.type as Issue['type'] | undefined) ?? USUAL.type, priority: (kept.priority as Issue['priority'] | undefined) ?? USUAL.priority, labels: kept.labels ?? '',
    document: kept.document ?? '', part: kept.part ?? '', number: kept.number ?? '', quote: kept.quote ?? '', own,
  };
}

/** For a draft: only what somebody filled in, so that an untouched form leaves none. */
export function kept(p: Particulars): Record<string, string> {
  const { type, priority, own, ...words } = p;
  const all: Record<string, string> = { ...words, ...Object.fromEntries(Object.entries(own).map(([id, value]) => [OWN + id, value])) };
  if (type !== USUAL.type) all.type = type;
  if (priority !== USUAL.priority) all.priority = priority;
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** A post that comes back to be edited, as a draft keeps it. */
export function drafted(body: Record<string, unknown>): Record<string, string> {
  const { type, priority, labels = [], reference = {}, fields = {}, due, fromMessage, assignees = [] } = body as Record<string, string> & { labels?: string[]; reference?: Record<string, string>; fields?: Record<string, string>; assignees?: string[] };
  const p: Particulars = { ...particulars({ type, priority, ...reference } as Record<string, string>), labels: labels.join(', '), own: fields };
  return { ...kept(p), ...(due ? { due } : {}), ...(fromMessage ? { from: fromMessage } : {}), ...(assignees.length > 0 ? { assignees: assignees.join(',') } : {}) };
}

export type LabelsWrong = 'many' | 'long' | undefined;
export function wrongLabels(words: string): LabelsWrong {
  const labels = labelsIn(words);
  return labels.length > MOST_LABELS ? 'many' : labels.some((label) => label.length > LONGEST_LABEL) ? 'long' : undefined;
}

/** What the API is told of them; what is as usual goes without saying. */
export function asked(p: Particulars): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  if (p.type !== USUAL.type) body.type = p.type;
  if (p.priority !== USUAL.priority) body.priority = p.priority;
  const labels = labelsIn(p.labels);
  if (labels.length > 0) body.labels = labels;
  const reference = Object.fromEntries(CITED.map((name) => [name, p[name].trim()]).filter(([, words]) => words !== ''));
  if (Object.keys(reference).length > 0) body.reference = reference;
  const fields = Object.fromEntries(Object.entries(p.own).map(([id, value]) => [id, value.trim()]).filter(([, value]) => value !== ''));
  if (Object.keys(fields).length > 0) body.fields = fields;
  return body;
}
