// What fields of a tracker offer: labels that its issues bear, and issues by label or title.
import { store } from '../../stream/store.svelte';
import type { Suggested } from '../../ui/Suggest.svelte';

/** Labels as most write them; those of this tracker, or of all. */
export function labelsOffered(tracker?: string): Suggested[] {
  const all = new Map<string, string>();
  for (const issue of store.all('issues')) if (tracker === undefined || issue.tracker === tracker) for (const label of issue.labels) if (!all.has(label.toLowerCase())) all.set(label.toLowerCase(), label);
  return [...all.values()].sort((a, b) => a.localeCompare(b)).map((value) => ({ value }));
}

/** Issues that this reader has at hand, the newest first. */
export const issuesOffered = (except?: string): Suggested[] =>
  store.all('issues').filter((issue) => issue.id !== except).sort((a, b) => b.changedAt.localeCompare(a.changedAt)).map((issue) => ({ value: issue.label, help: issue.title }));

/** What earlier citations of this tracker say of a part of one. */
export const citedOffered = (tracker: string, part: 'document' | 'part' | 'number'): Suggested[] =>
  [...new Set(store.all('issues').flatMap((issue) => (issue.tracker === tracker ? (issue.reference?.[part] ?? []) : [])))].sort((a, b) => a.localeCompare(b)).map((value) => ({ value }));
