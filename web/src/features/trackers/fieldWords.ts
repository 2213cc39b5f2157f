// A field of an issue and a value of it, in words.
import type { Issue } from '../../api/types';
import { store } from '../../stream/store.svelte';
import { plainDate } from '../../ui/times';
import { issues } from '../../words/issues';
import { colon, comma } from '../../words/language';
import { tracking } from '../../words/tracking';
import { t } from '../../words/words';
import { stateName } from './stateName';

const NAMES: Record<string, string> = { title: t.trackers.titleColumn, description: t.trackers.description, provision: t.trackers.provision, state: t.trackers.state, assignees: t.trackers.assignees, due: t.trackers.due, type: issues.type, priority: issues.priority, labels: issues.labels, checklist: issues.checklist, reference: issues.reference, fields: tracking.ownFields };
type Values = Record<string, string>;

export const fieldName = (field: string): string => NAMES[field] ?? field;

/** `value`: in the form of an Issue; of nothing the words are empty. */
export function valueWords(field: string, value: unknown, tracker: string): string {
  if (value === undefined || value === '' || value === null) return '';
  switch (field) {
    case 'state': return stateName(value as Issue['state'], tracker);
    case 'type': return t.enums.issueTypes[value as Issue['type']];
    case 'priority': return t.enums.priorities[value as Issue['priority']];
    case 'due': return plainDate(value as string);
    case 'assignees': return (value as string[]).map((seat) => store.get('seats', seat)?.name ?? t.common.unknownPerson).join(comma);
    case 'labels': return (value as string[]).join(comma);
    case 'checklist': return (value as Issue['checklist']).map((line) => `${line.done ? '☑' : '☐'} ${line.text}`).join('\n');
    case 'reference': return Object.values(value as Values).filter(Boolean).join(' · ');
    case 'fields': return Object.entries(value as Values).map(([id, own]) => `${store.get('trackers', tracker)?.arrangement.fields?.find((one) => one.id === id)?.name ?? id}${colon}${own || '—'}`).join(comma);
    default: return String(value as string);
  }
}
