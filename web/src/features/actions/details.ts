// What is planned of an action beyond its title, as a form holds it. Pure.
import type { Action, ActionEdit } from '../../api/types';
import type { Link } from '../../ui/links';
import { instantOf, wallOf } from '../../ui/times';

export interface Times { starts: string; ends: string; zone: string; allDay: boolean }
export interface Details { organisations: string[]; strategies: string[]; link: string; agenda: string; channel: string; receipt: string; replyDue: string; reminders: string[]; /** a message is linked from its own menu, and is not typed */ links: (Link | { kind: 'entry'; id: string })[] }

const HALF_DAY_MS = 43_200_000;
/** the year 9999: a form has no later one */
const LAST = 253_370_764_800_000;

/** Those that are typed. */
export const typedLinks = (links: Details['links']): Link[] => links.filter((link): link is Link => link.kind !== 'entry');

export const noDetails = (): Details => ({ organisations: [], strategies: [], link: '', agenda: '', channel: '', receipt: '', replyDue: '', reminders: [], links: [] });
export const detailsOf = (a: Action): Details => ({ organisations: [...a.organisations], strategies: [...a.strategies], link: a.link, agenda: a.agenda, channel: a.channel, receipt: a.receipt, replyDue: a.replyDue ?? '', reminders: [...a.reminders], links: a.links.map(({ kind, id }) => ({ kind, id })) });

/** Details as a draft kept them; a draft of an older form has none. */
export function kept(text: string | undefined): Details {
  try {
    return { ...noDetails(), ...(JSON.parse(text ?? '{}') as Partial<Details>) };
  } catch {
    return noDetails();
  }
}

/** The end of whole days is the midnight after the last; a form names the last day, at its noon. */
export function timesOf(a: Action): Times {
  const wall = (at: string | undefined, less = 0): string => (at ? wallOf(new Date(Date.parse(at) - less), a.zone) : '');
  return { starts: wall(a.startsAt), ends: a.allDay && a.endsAt ? `${wall(a.endsAt, HALF_DAY_MS).slice(0, 10)}T12:00` : wall(a.endsAt), zone: a.zone, allDay: a.allDay };
}

const asUtc = (wall: string): number => Date.parse(`${wall}Z`);
/** Times of which the beginning is another: the end goes along, so that it takes as long as before. */
export function begun(times: Times, starts: string, before: string): Times {
  const ends = asUtc(times.ends) + asUtc(starts) - asUtc(before);
  return { ...times, starts, ends: ends > 0 && ends < LAST ? new Date(ends).toISOString().slice(0, 16) : times.ends };
}

const at = (wall: string, zone: string): string | undefined => (wall ? instantOf(wall, zone).toISOString() : undefined);

/** The times as the API takes them; null takes one away. */
export function timeFields({ starts, ends, zone, allDay }: Times): { startsAt: string | null; endsAt: string | null; zone: string; allDay: boolean } {
  return { startsAt: at(starts, zone) ?? null, endsAt: starts && ends > starts ? (at(ends, zone) ?? null) : null, zone, allDay };
}

/** A post that comes back to be edited, as a draft keeps it. */
export function drafted(body: Record<string, unknown>): Record<string, string> {
  const times = timesOf(body as unknown as Action);
  const details = Object.fromEntries(Object.keys(noDetails()).flatMap((name) => (body[name] ? [[name, body[name]]] : [])));
  return { kind: String(body.kind), ...times, allDay: String(times.allDay), where: String(body.place ?? ''), details: JSON.stringify(details) };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Only what was changed, so that what another changed meanwhile stands. */
export function changed(now: Details, base: Details): ActionEdit {
  const edit: Record<string, unknown> = {};
  for (const name of Object.keys(now) as (keyof Details)[]) {
    if (!same(now[name], base[name])) edit[name] = name === 'replyDue' && now.replyDue === '' ? null : now[name];
  }
  return edit as ActionEdit;
}

/** Tasks that minutes name: lines such as `- [ ] Send the memo`. */
export const tasksIn = (minutes: string): string[] =>
  [...minutes.matchAll(/^[ \t]*[-*] \[ ?\] (\S.{0,248})$/gmu)].map((found) => (found[1] ?? '').trim()).slice(0, 50);
