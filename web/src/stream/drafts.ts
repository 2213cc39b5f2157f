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

/** Has an act hear of every item that another tab changed; answers how to stop that. */
export type Elsewhere = (act: (name: string) => void) => () => void;

export class Drafts {
  constructor(private readonly storage: Storage, private readonly elsewhere: Elsewhere = () => () => {}) {}

  /** Two tabs of one person have one draft: `act` hears what became of it in the other. */
  follow(seat: string, place: string, act: (draft: Draft | undefined) => void): () => void {
    return this.elsewhere((name) => {
      if (name === keyOf(seat, place)) act(this.read(seat, place));
    });
  }

  /**
   * A post that comes back to be edited, in front of what was begun at its place meanwhile. Words that were meant for
   * others than the post's readers are for nobody until their author says for whom.
   */
  takeBack(seat: string, place: string, back: Draft): void {
    const begun = this.read(seat, place);
    const text = [back.text, begun?.subject, begun?.text].filter(Boolean).join('\n\n');
    const audience = begun === undefined || begun.audience === back.audience ? back.audience : '';
    this.write(seat, place, { ...back, text, audience, files: [...(back.files ?? []), ...(begun?.files ?? [])] });
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
    if (empty) this.storage.removeItem(keyOf(seat, place));
    // what stands there already is not written once more: another tab may be writing
    return empty || this.storage.getItem(keyOf(seat, place)) === JSON.stringify(draft) || stored(this.storage, keyOf(seat, place), JSON.stringify(draft));
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

const SEALED = 'caucus.kept.'; // as each author's locker keeps it, and removes it
const KEPT = ['caucus.theme', 'caucus.language', 'caucus.keys']; // say nothing of anybody

/** On sign-out nothing that a member wrote stays in the browser, nor which workspaces they were in; what others wrote here stays sealed for them. */
export function forgetWritten(storage: Storage): void {
  const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i));
  for (const key of keys) if (key?.startsWith('caucus.') && !key.startsWith(SEALED) && !KEPT.includes(key)) storage.removeItem(key);
}
