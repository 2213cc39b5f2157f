// What this browser remembers of an archive on its way, so that a reload costs nothing: under which key it was
// announced. The file itself it cannot keep; a member who chooses the same file again goes on where it was.
import { stored } from '../../stream/drafts';

export interface Remembered {
  key: string;
  name: string;
  size: number;
  modified: number;
  id?: string;
}

type Chosen = Pick<File, 'name' | 'size' | 'lastModified'>;
const keyOf = (w: string): string => `caucus.archive.${w}`;

export function remembered(storage: Storage, w: string): Remembered | undefined {
  try {
    return (JSON.parse(storage.getItem(keyOf(w)) ?? 'null') as Remembered | null) ?? undefined;
  } catch {
    return undefined; // written by something else
  }
}

const isSame = (one: Remembered, file: Chosen): boolean => one.name === file.name && one.size === file.size && one.modified === file.lastModified;

/** The key of this file: that of its sending before, or a fresh one. */
export function keyFor(storage: Storage, w: string, file: Chosen, fresh: () => string): string {
  const before = remembered(storage, w);
  if (before && isSame(before, file)) return before.key;
  const now: Remembered = { key: fresh(), name: file.name, size: file.size, modified: file.lastModified };
  stored(storage, keyOf(w), JSON.stringify(now));
  return now.key;
}

export function note(storage: Storage, w: string, id: string): void {
  const now = remembered(storage, w);
  if (now) stored(storage, keyOf(w), JSON.stringify({ ...now, id }));
}

export function forget(storage: Storage, w: string): void {
  storage.removeItem(keyOf(w));
}
