import { at, part } from '../../shell/router/address';
import { t } from '../../words/words';
import { feature } from '../feature';

const to = {
  actions: (w: string, view?: string) => at(w, 'actions') + (view && view !== 'agenda' ? `?view=${part(view)}` : ''),
  commitments: (w: string, by?: string) => at(w, 'commitments') + (by === 'action' ? '?by=action' : ''),
  action: (w: string, id: string) => at(w, 'actions', id),
};

export const actions = feature({
  pages: {
    actions: { path: '/w/:w/actions', view: () => import('./ActionsView.svelte') },
    commitments: { path: '/w/:w/commitments', view: () => import('./TallyView.svelte') },
    action: { path: '/w/:w/actions/:id', view: () => import('./ActionView.svelte'), shows: 'action' },
  },
  to,
  place: { name: 'actions', icon: 'actions', words: () => t.nav.actions },
  group: 'action',
  kinds: {
    actions: {
      key: (x) => x.id, kind: 'action', icon: 'actions', route: to.action, words: (x) => x.title, noun: () => t.actions.title, audience: (x) => x.audience,
      doubtful: true, linked: true,
      palette: (x, w) => ({ title: x.title, href: to.action(w, x.id), place: t.nav.actions }),
    },
  },
  begin: (w) => [{ key: 'new action', title: t.actions.plan, place: t.nav.actions, href: `${to.actions(w)}#new` }],
});
