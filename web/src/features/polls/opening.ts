// A poll as its form holds it, and as the API takes it. Pure.
import type { PollKind, Ref } from '../../api/types';
import { instantOf, wallOf } from '../../ui/times';

/** Options of one poll at most. */
export const MOST_OPTIONS = 50;
/** A poll stays open for a week unless its author says otherwise. */
const USUAL_MS = 7 * 86_400_000;

/** A week after a poll closes, or after now if it closed before: nobody can extend it into the past. */
export const later = (closes: string, at: Date): Date => new Date(Math.max(Date.parse(closes), at.getTime()) + USUAL_MS);

/** Where a new poll is written, and by what its audiences are asked for. */
export const placeOn = (on?: Ref): string => (on ? `polls:${on.kind}:${on.id}` : 'polls');

export interface Form {
  kind: PollKind;
  options: string;
  times: { starts: string; ends: string }[];
  closes: string;
  zone: string;
  voice: string;
  eligible: string;
  quorum: string | number | null;
  bySide: boolean;
  silence: string;
  shown: string;
}

export const formOf = (zone: string, at: Date): Form => ({
  kind: 'CONSENT', options: '', times: [{ starts: '', ends: '' }], closes: wallOf(new Date(at.getTime() + USUAL_MS), zone), zone, voice: 'ORGANISATION', eligible: 'CIVIL_SOCIETY',
  quorum: '', bySide: false, silence: 'COUNTS_AS_NOTHING', shown: 'LIVE',
});

/** The form as a draft kept it, or as a post that comes back to be edited says it. */
export function kept(text: string | undefined, zone: string, at: Date): Form {
  const usual = formOf(zone, at);
  try {
    const read = JSON.parse(text ?? '{}') as Record<string, unknown>;
    const form = 'audience' in read ? ofPost(read, usual) : { ...usual, ...read };
    // a day that has passed since then is not offered again
    return form.closes && instantOf(form.closes, form.zone) <= at ? { ...form, closes: wallOf(new Date(at.getTime() + USUAL_MS), form.zone) } : form;
  } catch {
    return usual;
  }
}

interface Option { text?: string; startsAt?: string; endsAt?: string }

function ofPost(body: Record<string, unknown>, usual: Form): Form {
  const zone = String(body.zone ?? usual.zone);
  const options = (body.options ?? []) as Option[];
  const wall = (at?: string): string => (at ? wallOf(new Date(at), zone) : '');
  const quorum = body.quorum as { percent: number; bySide?: boolean } | undefined;
  const times = options.filter((one) => one.startsAt).map((one) => ({ starts: wall(one.startsAt), ends: wall(one.endsAt) }));
  return {
    kind: body.kind as PollKind, options: options.map((one) => one.text ?? '').filter(Boolean).join('\n'), times: times.length > 0 ? times : usual.times, closes: wall(String(body.closes)), zone,
    voice: String(body.voice ?? usual.voice), eligible: body.eligible === 'CIVIL_SOCIETY' ? 'CIVIL_SOCIETY' : 'ALL', quorum: quorum?.percent ?? '', bySide: quorum?.bySide ?? false,
    silence: String(body.silence ?? usual.silence), shown: String(body.shown ?? usual.shown),
  };
}

/** What is sent; undefined while something is missing. */
export function pollOf(form: Form, title: string, description: string, audience: string, mayBeCivil: boolean, on?: Ref): Record<string, unknown> | undefined {
  const options = optionsOf(form);
  if (!title.trim() || !form.closes || (form.kind !== 'CONSENT' && options.length === 0) || options.length > MOST_OPTIONS) return undefined;
  const percent = Number(form.quorum);
  return {
    kind: form.kind, title: title.trim(), audience, zone: form.zone, closes: instantOf(form.closes, form.zone).toISOString(), voice: form.voice, shown: form.shown,
    eligible: form.eligible === 'CIVIL_SOCIETY' && mayBeCivil ? 'CIVIL_SOCIETY' : audience,
    ...(on ? { on } : {}),
    ...(description.trim() ? { description: description.trim() } : {}),
    ...(form.kind === 'CONSENT' ? { silence: form.silence } : { options }),
    ...(percent > 0 ? { quorum: { percent, ...(form.bySide ? { bySide: true } : {}) } } : {}),
  };
}

function optionsOf(form: Form): Option[] {
  if (form.kind === 'CONSENT') return [];
  const at = (wall: string): string => instantOf(wall, form.zone).toISOString();
  if (form.kind === 'TIME') return form.times.filter((one) => one.starts).map((one) => ({ startsAt: at(one.starts), ...(one.ends > one.starts ? { endsAt: at(one.ends) } : {}) }));
  return form.options.split('\n').map((line) => line.trim()).filter(Boolean).map((text) => ({ text }));
}
