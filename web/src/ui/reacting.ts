// Gives a reaction to a message, or takes back one's own.
import { api } from '../api/api';
import type { Entry } from '../api/types';
import { act } from '../stream/acting';
import { mySeat, slug } from '../stream/ours';
import { announcer } from './announcer.svelte';

export type Reaction = NonNullable<Entry['reactions']>[number];
export type ReactionKind = Reaction['reaction'];

export const hasOwn = (entry: Entry, kind: ReactionKind): boolean =>
  entry.reactions?.some((one) => one.reaction === kind && one.seats.includes(mySeat())) ?? false;

export async function toggleReaction(entry: Entry, kind: ReactionKind): Promise<void> {
  const path = api.at(slug(), 'entries', entry.id, 'reactions');
  try {
    await (hasOwn(entry, kind) ? act.remove(`${path}/${kind}`) : act.post(path, { reaction: kind }));
  } catch (error) {
    announcer.failed(error);
  }
}
