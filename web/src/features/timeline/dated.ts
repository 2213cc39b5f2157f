// What has a date, of issues and actions, in one order. Pure; days are `2026-06-21`, which have no zone.
import type { Action, Issue } from '../../api/types';
import { dayIn } from '../actions/month';

export interface Dated { kind: 'issue' | 'action'; id: string; day: string; title: string; audience: string; readers: number; over: boolean; starts?: string; zone?: string }

/** Issues by the day they are due, actions by the day they begin, in the zone given; what was declined or called off is none. */
export function dated(issues: readonly Issue[], actions: readonly Action[], zone: string): Dated[] {
  const all: Dated[] = [];
  for (const { id, label, title, due, state, audience, readers } of issues) {
    if (due && state !== 'DECLINED') all.push({ kind: 'issue', id, day: due, title: `${label} ${title}`, audience, readers, over: state === 'DONE' });
  }
  for (const { id, title, startsAt, allDay, state, audience, readers, zone: own } of actions) {
    if (startsAt && state !== 'CALLED_OFF') all.push({ kind: 'action', id, day: dayIn(startsAt, allDay ? own : zone), title, audience, readers, over: state === 'DONE', ...(allDay ? {} : { starts: startsAt, zone }) });
  }
  return all.sort((a, b) => a.day.localeCompare(b.day) || (a.starts ?? '').localeCompare(b.starts ?? '') || a.title.localeCompare(b.title));
}

/** The same by month, the earliest first. */
export function byMonth(all: readonly Dated[]): [string, Dated[]][] {
  const months = new Map<string, Dated[]>();
  for (const one of all) months.set(one.day.slice(0, 7), [...(months.get(one.day.slice(0, 7)) ?? []), one]);
  return [...months];
}
