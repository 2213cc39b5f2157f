// Moving an action to another day: the time of day stays what clocks show where it is announced.
import { api } from '../../api/api';
import type { Action } from '../../api/types';
import { act } from '../../stream/acting';
import { slug } from '../../stream/ours';
import { announcer } from '../../ui/announcer.svelte';
import { dayNamed, instantOf, wallOf } from '../../ui/times';
import { plus } from '../../ui/weeks';
import { acting } from '../../words/actions';
import { undo } from './undoing';

const DAY_MS = 86_400_000;
const days = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** The times an action has when it is moved from one day to another; empty if nothing moves. */
export function moved(action: Action, from: string, to: string): { startsAt: string; endsAt: string | null } | undefined {
  if (!action.startsAt || from === to) return undefined;
  const by = days(from, to);
  const shifted = (at: string): string => {
    const wall = wallOf(new Date(at), action.zone);
    return instantOf(`${plus(wall.slice(0, 10), by)}T${wall.slice(11)}`, action.zone).toISOString();
  };
  return { startsAt: shifted(action.startsAt), endsAt: action.endsAt ? shifted(action.endsAt) : null };
}

/** Moves it, says so, and offers the way back; a failure is the caller's to show. */
export async function move(action: Action, from: string, to: string): Promise<void> {
  const times = moved(action, from, to);
  if (!times) return;
  const before = { startsAt: action.startsAt, endsAt: action.endsAt ?? null };
  const path = api.at(slug(), 'actions', action.id);
  await act.patch(path, times, action.version, action.audience);
  announcer.toast(acting.moving.moved(action.title, dayNamed(to)), () => undo(action.id, { startsAt: times.startsAt }, (now) => act.patch(path, before, now.version, action.audience)));
}
