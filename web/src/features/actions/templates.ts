// Templates of actions: what each fills in, and on which days its tasks are due. Pure, but for the words.
import type { Action } from '../../api/types';
import { planTemplates as words } from '../../words/planTemplates';
import { instantOf } from '../../ui/times';
import type { Details, Times } from './details';

export type TemplateName = keyof typeof words.of;
export interface TemplateTask { key: keyof typeof words.task; /** counted from the day on which the action begins; less than none is before it */ day: number }
interface Template { kind: Action['kind']; reminders: string[]; tasks: TemplateTask[] }

export const TEMPLATES: Record<TemplateName, Template> = {
  PRESS: { kind: 'PRESS_CONFERENCE', reminders: ['DAY'], tasks: [{ key: 'speakers', day: -14 }, { key: 'room', day: -10 }, { key: 'release', day: -7 }, { key: 'invite', day: -5 }, { key: 'questions', day: -2 }, { key: 'coverage', day: 2 }] },
  CALL: { kind: 'CALL', reminders: ['DAY', 'TWO_HOURS'], tasks: [{ key: 'agenda', day: -3 }, { key: 'link', day: 0 }, { key: 'minutes', day: 1 }] },
  SUBMISSION: { kind: 'SUBMISSION', reminders: ['WEEK', 'DAY'], tasks: [{ key: 'outline', day: -28 }, { key: 'draft', day: -21 }, { key: 'comments', day: -14 }, { key: 'signOn', day: -7 }, { key: 'send', day: 0 }, { key: 'reply', day: 30 }] },
};

/** The day of a task, as `2026-12-01`; undefined until the action has a beginning. */
export function dayOf(task: TemplateTask, starts: string): string | undefined {
  const begins = Date.parse(`${starts.slice(0, 10)}T12:00:00Z`);
  return Number.isNaN(begins) ? undefined : new Date(begins + task.day * 86_400_000).toISOString().slice(0, 10);
}

export const relative = (task: TemplateTask): string => (task.day === 0 ? words.same : task.day < 0 ? words.before(-task.day) : words.after(task.day));

export interface Form { title: string; description: string; kind: string; details: Details }
const empties = (name: TemplateName | undefined): Form => ({ title: name ? words.title[name]('') : '', description: name ? words.description[name] : '', kind: name ? TEMPLATES[name].kind : '', details: undefined as unknown as Details });

/** The form with another template: only what is empty, or as the template before had it, is filled in. */
export function filled(form: Form, name: TemplateName | undefined, before: TemplateName | undefined): Form {
  const was = empties(before);
  const now = empties(name);
  const text = (of: 'title' | 'description'): string => (form[of].trim() === '' || form[of] === was[of] ? now[of] : form[of]);
  const agendaWas = before ? words.agenda[before] : '';
  const reminders = before ? TEMPLATES[before].reminders : [];
  const same = (a: string[], b: string[]): boolean => a.length === b.length && a.every((one) => b.includes(one));
  return {
    title: text('title'),
    description: text('description'),
    kind: now.kind || form.kind,
    details: {
      ...form.details,
      agenda: form.details.agenda.trim() === '' || form.details.agenda === agendaWas ? (name ? words.agenda[name] : '') : form.details.agenda,
      reminders: form.details.reminders.length === 0 || same(form.details.reminders, reminders) ? [...(name ? TEMPLATES[name].reminders : [])] : form.details.reminders,
    },
  };
}

/** Where a template begins: the author's own side, never everyone; else as the place has it. */
export const narrowest = (offered: string[], usual: string | undefined): string | undefined => (offered.includes('CIVIL_SOCIETY') ? 'CIVIL_SOCIETY' : usual === 'EVERYONE' ? offered.find((one) => one !== 'EVERYONE') : usual);

/** The tasks as actions, each on its day, for the readers of the action. */
export function tasksOf(name: TemplateName, title: string, times: Times, audience: string): Record<string, unknown>[] {
  return TEMPLATES[name].tasks.flatMap((task) => {
    const day = dayOf(task, times.starts);
    return day === undefined ? [] : [{ kind: 'TASK', title: `${words.task[task.key]} (${title.trim()})`.slice(0, 250), audience, zone: times.zone, allDay: true, startsAt: instantOf(`${day}T00:00`, times.zone).toISOString() }];
  });
}
