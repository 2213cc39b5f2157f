// What was sent leads on to what was made of it, as soon as the server has it. On a bad line that may be much later: anyone who
// has gone elsewhere by then, or has begun the next at the same place, is not taken away from it.
import { mySeat } from '../stream/ours';
import { drafts } from '../stream/writing';
import { here } from '../shell/router/here.svelte';

/** Call when it is sent. What is answered goes to an address, or does not. */
export function onward(place: string): (href: string) => void {
  const { steps } = here;
  return (href) => {
    if (here.steps === steps && drafts.read(mySeat(), place) === undefined) here.go(href);
  };
}
