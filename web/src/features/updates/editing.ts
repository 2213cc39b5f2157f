// The one draft of an update that is being changed in this browser. Until it is saved it stays with the server as it
// was; what is typed over it is kept here, with what it began with, and outlives the tab.
import { serverNow } from '../../api/clock';
import type { Draft } from '../../api/types';
import type { KeptFile } from '../../stream/files.svelte';
import { mySeat } from '../../stream/ours';
import { store } from '../../stream/store.svelte';
import { drafts } from '../../stream/writing';
import { readersZone, wallOf } from '../../ui/times';
import type { Reader } from './choices';
import { editOf, type Edit } from './revision';

const PLACE = 'updates/draft';

export interface Begun { base: Draft; edit?: Edit }

export const reader: Reader = {
  label: (id) => store.get('issues', id)?.label,
  wall: (hour) => (Date.parse(hour) > serverNow() ? wallOf(new Date(hour), readersZone()) : ''),
};

/** What was begun and not saved. */
export function begun(): Begun | undefined {
  const kept = drafts.read(mySeat(), PLACE)?.fields;
  if (!kept?.base || !kept.edit) return undefined;
  const read = JSON.parse(kept.base) as Omit<Draft, 'files'> & Partial<Pick<Draft, 'files'>>;
  const base: Draft = { ...read, files: read.files ?? [] }; // one that was begun before drafts had files has none
  return { base, edit: { ...editOf(base, reader), ...(JSON.parse(kept.edit) as Edit) } };
}

/** The files that were added to it and not saved. */
export const begunFiles = (): KeptFile[] => drafts.read(mySeat(), PLACE)?.files ?? [];

export const keepEdit = (base: Draft, edit: Edit, files: KeptFile[]): void =>
  void drafts.write(mySeat(), PLACE, { text: edit.body, subject: edit.title, audience: edit.audience, files, fields: { base: JSON.stringify(base), edit: JSON.stringify(edit) } });

export const dropEdit = (): void => drafts.drop(mySeat(), PLACE);
