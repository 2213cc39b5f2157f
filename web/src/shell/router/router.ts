// Addresses of the workspace, both ways: `match` reads a path, `to` writes one. Pure; navigation is in here.svelte.ts.
import type { Ref } from '../../api/types';
import { kindOf, pages, to } from '../../features/index';
import type { Page } from '../../features/feature';
import { at, part } from './address';

export { to };

export type Name = keyof typeof pages | 'lost';
export interface Route {
  name: Name;
  params: Record<string, string>;
}

/** The page of a route; undefined for an address that leads nowhere. */
export const pageOf = (name: Name): Page | undefined => (name === 'lost' ? undefined : pages[name]);

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // a malformed escape is an address that leads nowhere, not a broken page
  }
}

function fits(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, want] of wanted.entries()) {
    const value = decoded(given[i] ?? '');
    if (value === undefined) return undefined;
    if (!want.startsWith(':')) {
      if (want !== value) return undefined;
    } else if (value === '') return undefined;
    else params[want.slice(1)] = value;
  }
  return params;
}

/** Reads a path; a trailing slash does not matter; what fits nothing is `lost`. */
export function match(pathname: string): Route {
  const path = pathname.length > 1 ? pathname.replace(/\/+$/, '') || '/' : pathname;
  for (const [name, page] of Object.entries<Page>(pages)) {
    const params = fits(page.path, path);
    if (params) return { name: name as Name, params };
  }
  return { name: 'lost', params: {} };
}

/** The same page of a workspace, as another of one's seats there sees it. */
export const seated = (path: string, seat: string): string => path.replace(/^\/w\/[^/]+/, at(seat));

/** Where a thing of the log stands in the browser; an entry stands where it hangs (`under`). */
export function refHref(slug: string, ref: Ref, under?: Ref): string {
  if (ref.kind === 'entry') return under && under.kind !== 'entry' ? `${refHref(slug, under)}#${part(ref.id)}` : to.activity(slug);
  if (ref.kind === 'instrument') return to.instrument(slug, ref.id);
  return kindOf(ref.kind)?.route?.(slug, ref.id) ?? to.activity(slug);
}
