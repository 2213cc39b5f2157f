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
export const keyOf = (seat: string, place: string): string => `${PREFIX}${seat}.${place}`;

/** Where a draft is on screen. */
export interface Follower {
  /** Shows what became of it elsewhere. False if it does not, since somebody types here and did not ask for it. */
  act: (draft: Draft | undefined, asked: boolean) => boolean;
  form: () => HTMLElement | undefined;
}

/** What keeps drafts also with the server. */
export interface Beside {
  changed: (seat: string, place: string, gone: boolean) => void;
  followed: (seat: string, place: string) => void;
  close: () => void;
}

/** Has an act hear of every item that another tab changed; answers how to stop that. */
export type Elsewhere = (act: (name: string) => void) => () => void;

export class Drafts {
  beside?: Beside;
  /** hears that another device changed one, where all are shown */
  seen?: () => void;
  /** each with the key of what it shows */
  readonly followers = new Map<Follower, string>();

  constructor(private readonly storage: Storage, private readonly elsewhere: Elsewhere = () => () => {}) {}

  /** Two tabs of one person have one draft, and so have two devices: `by` hears what became of it in the other. `tabs`: not of other tabs if false. */
  follow(seat: string, place: string, by: Follower, tabs = true): () => void {
    const key = keyOf(seat, place);
    const leave = this.elsewhere((name) => void (tabs && name === key && by.act(this.read(seat, place), false)));
    this.followers.set(by, key);
    this.beside?.followed(seat, place);
    return () => {
      leave();
      this.followers.delete(by);
    };
  }

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
    if (empty) this.drop(seat, place);
    if (empty) return true;
    const text = JSON.stringify(draft);
    // what stands there already is not written once more: another tab may be writing
    if (this.storage.getItem(keyOf(seat, place)) === text) return true;
    const kept = stored(this.storage, keyOf(seat, place), text);
    this.beside?.changed(seat, place, false);
    return kept;
  }

  drop(seat: string, place: string): void {
    if (this.storage.getItem(keyOf(seat, place)) === null) return;
    this.storage.removeItem(keyOf(seat, place));
    this.beside?.changed(seat, place, true);
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

const SEALED = 'caucus.kept.'; // as each author's locker keeps it, and removes it
const KEPT = ['caucus.theme', 'caucus.language', 'caucus.keys']; // say nothing of anybody

/** On sign-out nothing that a member wrote stays in the browser, nor which workspaces they were in; what others wrote here stays sealed for them. */
export function forgetWritten(storage: Storage): void {
  const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i));
  for (const key of keys) if (key?.startsWith('caucus.') && !key.startsWith(SEALED) && !KEPT.includes(key)) storage.removeItem(key);
}
