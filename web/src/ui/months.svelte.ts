// A month is a table of its days, or on a phone a list; only the one that is seen is made. On paper the sheet says which.
import { flushSync } from 'svelte';
import { MediaQuery } from 'svelte/reactivity';

const phone = new MediaQuery('max-width: 759px');
const paper = new MediaQuery('print');
let printing = $state(false);
// the page is laid out for paper as soon as these return
addEventListener('beforeprint', () => flushSync(() => (printing = true)));
addEventListener('afterprint', () => (printing = false));

const both = (): boolean => printing || paper.current;
export const months = {
  get asTable(): boolean {
    return !phone.current || both();
  },
  get asList(): boolean {
    return phone.current || both();
  },
};
