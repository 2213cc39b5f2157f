import { at } from '../../shell/router/address';
import { t } from '../../words/words';
import { CONVERSATIONS } from '../conversations/where';
import { feature } from '../feature';

const to = {
  lists: (w: string) => at(w, 'lists'),
  list: (w: string, list: string) => at(w, 'lists', list),
  listSettings: (w: string, list: string) => at(w, 'lists', list, 'settings'),
  thread: (w: string, id: string) => at(w, 'threads', id),
};

export const lists = feature({
  pages: {
    lists: { path: '/w/:w/lists', view: () => import('./ListsView.svelte') },
    list: { path: '/w/:w/lists/:list', view: () => import('./ListView.svelte') },
    'list-settings': { path: '/w/:w/lists/:list/settings', view: () => import('./ListSettings.svelte') },
    thread: { path: '/w/:w/threads/:id', view: () => import('./ThreadView.svelte'), shows: 'thread' },
  },
  to,
  place: { name: 'lists', icon: 'lists', words: () => t.nav.lists },
  group: { name: 'thread', words: () => t.nav.lists },
  kinds: {
    lists: {
      key: (x) => x.slug, kind: 'list', icon: 'lists', route: to.list, words: (x) => x.name, audience: (x) => x.audience,
      palette: (x, w) => ({ title: x.name, href: to.list(w, x.slug), place: t.nav.lists }),
    },
    said: { key: (x) => x.list, hangsOn: (x) => [{ kind: 'list', id: x.list }, { kind: 'thread', id: x.thread }] },
    threads: {
      key: (x) => x.id, kind: 'thread', icon: 'lists', route: to.thread, words: (x) => x.subject, noun: () => t.lists.title, audience: (x) => x.audience,
      within: (x) => ({ kind: 'list', id: x.list }), hangsOn: (x) => [{ kind: 'list', id: x.list }], doubtful: true, linked: true,
      palette: (x, w, names) => ({ title: x.subject, href: to.thread(w, x.id), place: x.list === CONVERSATIONS ? t.nav.conversations : names.words('list', x.list) || x.list, at: x.lastAt }),
    },
    entries: {
      key: (x) => x.id, kind: 'entry', text: (x) => x.text, audience: (x) => x.audience, within: (x) => x.parent, hangsOn: (x) => [x.parent], doubtful: true,
    },
  },
});
