// What tells the pages of reviews to read again: each event about a review, or about one of them.
import { store } from '../../stream/store.svelte';

export const changesOf = (id?: string): string => store.happened.find(({ ref }) => ref.kind === 'review' && (id === undefined || ref.id === id))?.key ?? '';
