// `@` in a field offers those who can read what is written. What offers them comes with the first `@`.
import type { Attachment } from 'svelte/attachments';
import type { AudienceOrganisation } from '../api/types';
import { readersOf } from '../features/audience/audience';
import { store } from '../stream/store.svelte';
import { onDemand } from './onDemand';

/** Fields in which a name after an @ means somebody. */
export const namesPeople = new WeakSet<HTMLTextAreaElement>();

/** `readers`: asked each time, for another audience may be chosen meanwhile. */
export const mentioning = (readers: () => AudienceOrganisation[]): Attachment<HTMLTextAreaElement> => (field) => {
  let [stop, gone, coming] = [(): void => {}, false, false];
  function hear(): void {
    if (coming || !/[@＠]/u.test(field.value)) return;
    coming = true;
    onDemand(
      () => import('./mentionPicker'),
      ({ picker }) => { if (!gone) stop = picker(field, readers); },
      () => (coming = false), // the line went: the next letter asks again
    );
  }
  field.addEventListener('input', hear);
  namesPeople.add(field);
  return () => {
    gone = true;
    stop();
    field.removeEventListener('input', hear);
  };
};

/** The same for those of an audience. */
export const mentioningIn = (audience: () => string): Attachment<HTMLTextAreaElement> => mentioning(() => readersOf(audience(), store.all('seats'), store.all('organisations')));
