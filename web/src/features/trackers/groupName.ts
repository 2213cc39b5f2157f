// What a group of issues is called.
import type { Issue } from '../../api/types';
import { store } from '../../stream/store.svelte';
import { issues } from '../../words/issues';
import { t } from '../../words/words';
import { stateName } from './stateName';
import type { DUES, Grouping } from './order';

export function groupName(by: Grouping, group: string, tracker?: string): string {
  switch (by) {
    case 'none': return '';
    case 'state': return stateName(group as Issue['state'], tracker);
    case 'priority': return t.enums.priorities[group as Issue['priority']];
    case 'type': return t.enums.issueTypes[group as Issue['type']];
    case 'due': return issues.dues[group as (typeof DUES)[number]];
    case 'label': return group || issues.noLabels;
    case 'assignee': return group ? (store.get('seats', group)?.name ?? t.common.unknownPerson) : t.trackers.nobody;
  }
}
