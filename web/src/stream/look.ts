// Seeing a workspace as a company's liaisons see it: in this tab, until it is left. The server makes every page and frame
// for that view; here it is only remembered, and nothing is written while it lasts.
import { signIn } from '../api/signIn';

const key = (slug: string): string => `caucus.look.${signIn.person}.${slug}`;

/** The company as whose liaisons this tab sees the workspace; undefined for one's own eyes. */
export function lookedAs(slug: string): string | undefined {
  if (typeof sessionStorage === 'undefined') return undefined;
  return sessionStorage.getItem(key(slug)) ?? undefined;
}

/** From now on, and from a page without anything of before: whatever is in memory was for other eyes. */
export function look(slug: string, company: string | undefined): void {
  if (company === undefined) sessionStorage.removeItem(key(slug));
  else sessionStorage.setItem(key(slug), company);
  location.assign(`/w/${encodeURIComponent(slug)}`);
}
