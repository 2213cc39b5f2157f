// What was typed and not yet sent, kept in this browser by seat and place. A draft remembers the audience that its
// author saw while typing, and nothing but the author changes it.
import type { KeptFile } from './files.svelte';

/** The entry that a reply answers, and whose it is. */
export interface Answered {
  id: string;
  seat: string;
}

export interface Draft {
  text: string;
  subject?: string;
  audience?: string;
  fields?: Record<string, string>;
  files?: KeptFile[];
  answers?: Answered;
}

const PREFIX = 'caucus.draft.';
const keyOf = (seat: string, place: string): string => `${PREFIX}${seat}.${place}`;

export class Drafts {
  constructor(private readonly storage: Storage) {}

  read(seat: string, place: string): Draft | undefined {
    const kept = this.storage.getItem(keyOf(seat, place));
    if (kept === null) return undefined;
    try {
      return JSON.parse(kept) as Draft;
    } catch {
      return undefined; // written by something else; an unreadable draft is no draft
    }
  }

  /** Keeps a draft; an empty one is no draft. False if this browser has no room for it: then it lives as long as the page. */
  write(seat: string, place: string, draft: Draft): boolean {
    const empty = !draft.text && !draft.subject && !draft.files?.length && !Object.values(draft.fields ?? {}).some(Boolean);
    if (empty) this.storage.removeItem(keyOf(seat, place));
    return empty || stored(this.storage, keyOf(seat, place), JSON.stringify(draft));
  }

  drop(seat: string, place: string): void {
    this.storage.removeItem(keyOf(seat, place));
  }
}

/** Whether it could be written down; browsers keep about five million letters for a site, and some none. */
export function stored(storage: Storage, key: string, value: string): boolean {
  try {
    storage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

const KEPT = ['caucus.theme', 'caucus.language']; // say nothing of anybody

/** On sign-out nothing that a member wrote stays in the browser, nor which workspaces they were in. */
export function forgetWritten(storage: Storage): void {
  const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i));
  for (const key of keys) if (key?.startsWith('caucus.') && !KEPT.includes(key)) storage.removeItem(key);
}
