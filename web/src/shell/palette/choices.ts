// What the palette offers: what can be done here, the places, and every thing that this browser holds of the workspace.
import { FEATURES, KINDS } from '../../features/index';
import type { Names } from '../../features/feature';
import { places } from '../places';
import { isLiaison, mayWrite, organisationName } from '../../stream/ours';
import { store } from '../../stream/store.svelte';
import { to } from '../router/router';
import { possible } from '../../ui/commands';
import { t } from '../../words/words';
import type { Leap } from './leaps';

const pages = (w: string): Leap[] => [
  ...places(w).map((place) => ({ key: place.href, title: place.words, place: t.palette.page, icon: place.icon, href: place.href })),
  { key: 'catch-up', title: t.nav.catchUp, place: t.palette.page, icon: 'arrowDown', href: to.catchUp(w) },
  { key: 'search', title: t.nav.search, place: t.palette.page, icon: 'search', href: to.search(w) },
  { key: 'files', title: t.nav.files, place: t.palette.page, icon: 'clip', href: to.files(w) },
  { key: 'mail', title: t.nav.myMail, place: t.palette.page, icon: 'mail', href: to.myMail(w) },
  ...(mayWrite() ? [{ key: 'drafts', title: t.nav.drafts, place: t.palette.page, icon: 'edit' as const, href: to.drafts(w) }, { key: 'holds', title: t.nav.holds, place: t.palette.page, icon: 'holds' as const, href: to.holds(w) }] : []),
  { key: 'account', title: t.nav.myAccount, place: t.palette.page, icon: 'user', href: to.account() },
];

const names: Names = { words: (kind, id) => store.title({ kind, id }), organisation: organisationName };

/** What is begun from anywhere: its page opens with the form. */
const begun = (w: string): Leap[] =>
  mayWrite() ? FEATURES.flatMap((one) => one.begin?.(w, { trackers: store.all('trackers'), liaison: isLiaison() }) ?? []).map((one) => ({ ...one, icon: 'plus' as const })) : [];

/** Every thing of every feature that says how it is chosen. */
const things = (w: string): Leap[] =>
  Object.values(KINDS).flatMap(({ held, key, icon, palette, terms }) =>
    palette ? store.all(held).map((x): Leap => ({ key: `${held} ${key(x)}`, icon: icon ?? 'activity', ...palette(x, w, names), ...(terms ? { terms: terms(x) } : {}) })) : [],
  );

export const choices = (w: string): Leap[] => [...possible().map((one): Leap => ({ ...one, key: `do ${one.key}`, href: '' })), ...pages(w), ...begun(w), ...things(w)];
