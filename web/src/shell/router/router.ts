// Addresses of the workspace, both ways: `match` reads a path, `to` writes one. Pure; navigation is in here.svelte.ts.
import type { Ref } from '../../api/types';

export const PATTERNS = {
  home: '/',
  'sign-in': '/sign-in',
  join: '/join/:token',
  open: '/open',
  account: '/account',
  activity: '/w/:w',
  lists: '/w/:w/lists',
  list: '/w/:w/lists/:list',
  import: '/w/:w/lists/:list/import',
  thread: '/w/:w/threads/:id',
  trackers: '/w/:w/trackers',
  tracker: '/w/:w/trackers/:key',
  'import-issues': '/w/:w/trackers/:key/import',
  arrange: '/w/:w/trackers/:key/arrange',
  issue: '/w/:w/issues/:id',
  updates: '/w/:w/updates',
  update: '/w/:w/updates/:id',
  board: '/w/:w/board',
  actions: '/w/:w/actions',
  commitments: '/w/:w/commitments',
  action: '/w/:w/actions/:id',
  people: '/w/:w/organisations',
  organisation: '/w/:w/organisations/:organisation',
  handover: '/w/:w/organisations/handover/:seat',
  roster: '/w/:w/organisations/roster/new',
  audit: '/w/:w/audit',
  search: '/w/:w/search',
  holds: '/w/:w/holds',
  hold: '/w/:w/holds/:id',
  moderation: '/w/:w/moderation',
  'my-mail': '/w/:w/my-mail',
  trouble: '/w/:w/mail-trouble',
  deliveries: '/w/:w/entries/:entry/mail',
  message: '/w/:w/m/:hash',
} as const;

export type Name = keyof typeof PATTERNS | 'lost';
export interface Route {
  name: Name;
  params: Record<string, string>;
}

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
  for (const [name, pattern] of Object.entries(PATTERNS)) {
    const params = fits(pattern, path);
    if (params) return { name: name as Name, params };
  }
  return { name: 'lost', params: {} };
}

const e = encodeURIComponent;
const w = (slug: string, ...rest: string[]): string => `/w/${e(slug)}${rest.map((part) => `/${e(part)}`).join('')}`;

export const to = {
  home: () => '/',
  signIn: () => '/sign-in',
  account: () => '/account',
  activity: (slug: string) => w(slug),
  lists: (slug: string) => w(slug, 'lists'),
  list: (slug: string, list: string) => w(slug, 'lists', list),
  import: (slug: string, list: string) => w(slug, 'lists', list, 'import'),
  thread: (slug: string, id: string) => w(slug, 'threads', id),
  trackers: (slug: string) => w(slug, 'trackers'),
  tracker: (slug: string, key: string, board = false) => w(slug, 'trackers', key) + (board ? '?view=board' : ''),
  importIssues: (slug: string, key: string) => w(slug, 'trackers', key, 'import'),
  arrange: (slug: string, key: string) => w(slug, 'trackers', key, 'arrange'),
  view: (slug: string, key: string, view: string) => `${w(slug, 'trackers', key)}?saved=${e(view)}`,
  issue: (slug: string, idOrLabel: string) => w(slug, 'issues', idOrLabel),
  updates: (slug: string, company?: string) => w(slug, 'updates') + (company ? `?company=${e(company)}` : ''),
  update: (slug: string, id: string) => w(slug, 'updates', id),
  board: (slug: string) => w(slug, 'board'),
  actions: (slug: string, view?: string) => w(slug, 'actions') + (view && view !== 'agenda' ? `?view=${e(view)}` : ''),
  commitments: (slug: string, by?: string) => w(slug, 'commitments') + (by === 'action' ? '?by=action' : ''),
  action: (slug: string, id: string) => w(slug, 'actions', id),
  people: (slug: string) => w(slug, 'organisations'),
  organisation: (slug: string, organisation: string) => w(slug, 'organisations', organisation),
  roster: (slug: string) => w(slug, 'organisations', 'roster', 'new'),
  audit: (slug: string) => w(slug, 'audit'),
  /** The words stand after `#`: no server is told of them. */
  search: (slug: string, words = '') => w(slug, 'search') + (words === '' ? '' : `#q=${e(words)}`),
  handover: (slug: string, seat: string) => w(slug, 'organisations', 'handover', seat),
  holds: (slug: string) => w(slug, 'holds'),
  hold: (slug: string, id: string) => w(slug, 'holds', id),
  moderation: (slug: string) => w(slug, 'moderation'),
  myMail: (slug: string) => w(slug, 'my-mail'),
  trouble: (slug: string) => w(slug, 'mail-trouble'),
  deliveries: (slug: string, entry: string) => w(slug, 'entries', entry, 'mail'),
};

/** The same page of a workspace, as another of one's seats there sees it. */
export const seated = (path: string, seat: string): string => path.replace(/^\/w\/[^/]+/, w(seat));

/** Where a thing of the log stands in the browser; an entry stands where it hangs (`under`). */
export function refHref(slug: string, ref: Ref, under?: Ref): string {
  switch (ref.kind) {
    case 'list': return to.list(slug, ref.id);
    case 'thread': return to.thread(slug, ref.id);
    case 'tracker': return to.tracker(slug, ref.id);
    case 'issue': return to.issue(slug, ref.id);
    case 'update': return to.update(slug, ref.id);
    case 'action': return to.action(slug, ref.id);
    case 'hold': return to.hold(slug, ref.id);
    case 'entry': return under && under.kind !== 'entry' ? `${refHref(slug, under)}#${e(ref.id)}` : to.activity(slug);
    case 'seat': case 'organisation': case 'invitation': return to.people(slug);
    case 'workspace': return to.activity(slug);
  }
}
