import { at, part } from '../../shell/router/address';
import { t } from '../../words/words';
import { feature } from '../feature';

const to = {
  updates: (w: string, company?: string) => at(w, 'updates') + (company ? `?company=${part(company)}` : ''),
  update: (w: string, id: string) => at(w, 'updates', id),
  board: (w: string) => at(w, 'board'),
};

export const updates = feature({
  pages: {
    updates: { path: '/w/:w/updates', view: () => import('./UpdatesView.svelte') },
    update: { path: '/w/:w/updates/:id', view: () => import('./UpdateView.svelte'), shows: 'update' },
    board: { path: '/w/:w/board', view: () => import('./BoardView.svelte') },
  },
  to,
  place: { name: 'updates', icon: 'updates', words: () => t.nav.updates },
  group: 'update',
  kinds: {
    updates: {
      key: (x) => x.id, kind: 'update', icon: 'updates', route: to.update, words: (x) => x.title, noun: () => t.updates.title, audience: (x) => x.audience,
      text: (x) => x.body, terms: (x) => x.attribution, doubtful: true, linked: true,
      palette: (x, w, names) => ({ title: x.title, href: to.update(w, x.id), place: names.organisation(x.company), at: x.at }),
    },
    companies: { key: (x) => x.company },
  },
  begin: (w, may) => (may.liaison ? [{ key: 'new update', title: t.updates.write, place: t.nav.updates, href: to.updates(w) }] : []),
});
