// What a text that is edited in place is given (Editable.svelte).
import type { Snippet } from 'svelte';

export interface Edited {
  value: string;
  /** who reads what is edited, and how many they are */
  seen: { audience: string; readers: number };
  label: string;
  version: number;
  /** where the draft of an unfinished edit is kept */
  place: string;
  /** where what is edited stands, as the contract's `under`, if its place does not say that */
  under?: string;
  multiline?: boolean;
  /** whether it is shown with its marks read */
  marks?: boolean;
  required?: boolean;
  may: boolean;
  save: (text: string, version: number) => Promise<unknown>;
  /** reads, from the current state that a 409 carries, the text and its version */
  current: (state: Record<string, unknown>) => { text: string; version: number };
  children: Snippet;
  editing?: boolean;
  /** what gets the focus once it is closed, where that is not the button that opened it */
  back?: () => HTMLElement | null;
}
