// What the palette offers: what can be done here, the places, and every thing that this browser holds of the workspace.
import { places } from '../places';
import { isLiaison, mayWrite, organisationName } from '../../stream/ours';
import { store } from '../../stream/store.svelte';
import { to } from '../router/router';
import { possible } from '../../ui/commands';
import { t } from '../../words/words';
import type { Leap } from './leaps';

const pages = (w: string): Leap[] => [
  ...places(w).map((place) => ({ key: place.href, title: place.words, place: t.palette.page, icon: place.icon, href: place.href })),
  { key: 'search', title: t.nav.search, place: t.palette.page, icon: 'search', href: to.search(w) },
  { key: 'mail', title: t.nav.myMail, place: t.palette.page, icon: 'mail', href: to.myMail(w) },
  ...(mayWrite() ? [{ key: 'holds', title: t.nav.holds, place: t.palette.page, icon: 'holds' as const, href: to.holds(w) }] : []),
  { key: 'account', title: t.nav.myAccount, place: t.palette.page, icon: 'user', href: to.account() },
];

const trackerName = (key: string): string => store.get('trackers', key)?.name ?? key;
const listName = (slug: string): string => store.get('lists', slug)?.name ?? slug;

/** What is begun from anywhere: its page opens with the form. */
const begun = (w: string): Leap[] =>
  mayWrite()
    ? [
        ...store.all('trackers').map((x): Leap => ({ key: `new ${x.key}`, title: t.trackers.newIssue, place: x.name, icon: 'plus', href: `${to.tracker(w, x.key)}#new` })),
        { key: 'new action', title: t.actions.plan, place: t.nav.actions, icon: 'plus', href: `${to.actions(w)}#new` },
        ...(isLiaison() ? [{ key: 'new update', title: t.updates.write, place: t.nav.updates, icon: 'plus' as const, href: to.updates(w) }] : []),
      ]
    : [];

function things(w: string): Leap[] {
  return [
    ...store.all('lists').map((x): Leap => ({ key: `list ${x.slug}`, title: x.name, place: t.nav.lists, icon: 'lists', href: to.list(w, x.slug) })),
    ...store.all('trackers').map((x): Leap => ({ key: `tracker ${x.key}`, label: x.key, title: x.name, place: t.nav.trackers, icon: 'trackers', href: to.tracker(w, x.key) })),
    ...store.all('views').map((x): Leap => ({ key: `view ${x.id}`, title: x.name, place: trackerName(x.tracker), icon: 'trackers', href: to.view(w, x.tracker, x.id) })),
    ...store.all('issues').map((x): Leap => ({ key: x.id, label: x.label, title: x.title, place: trackerName(x.tracker), icon: 'trackers', href: to.issue(w, x.id), at: x.changedAt })),
    ...store.all('threads').map((x): Leap => ({ key: x.id, title: x.subject, place: listName(x.list), icon: 'lists', href: to.thread(w, x.id), at: x.lastAt })),
    ...store.all('updates').map((x): Leap => ({ key: x.id, title: x.title, place: organisationName(x.company), icon: 'updates', href: to.update(w, x.id), at: x.at, terms: x.attribution })),
    ...store.all('actions').map((x): Leap => ({ key: x.id, title: x.title, place: t.nav.actions, icon: 'actions', href: to.action(w, x.id) })),
    ...store.all('organisations').map((x): Leap => ({ key: `organisation ${x.slug}`, title: x.name, place: t.nav.people, icon: 'people', href: to.people(w) })),
  ];
}

export const choices = (w: string): Leap[] => [...possible().map((one): Leap => ({ ...one, key: `do ${one.key}`, href: '' })), ...pages(w), ...begun(w), ...things(w)];
