// Where somebody goes who has signed in.
import { signIn } from '../../api/signIn';
import { here } from '../../shell/router/here.svelte';
import { ownPath } from '../../shell/router/ownPath';

/** Only a path of this site is followed; and the one that a session ended on by nobody but its own person. */
export function next(): string {
  const of = here.query.get('of');
  if (of !== null && of !== signIn.person) return '/';
  const to = ownPath(here.query.get('to'), location.origin);
  return to.startsWith('/sign-in') ? '/' : to;
}
