import { at, part } from '../../shell/router/address';
import { t } from '../../words/words';
import { feature } from '../feature';

const to = {
  trackers: (w: string) => at(w, 'trackers'),
  tracker: (w: string, key: string, board = false) => at(w, 'trackers', key) + (board ? '?view=board' : ''),
  importIssues: (w: string, key: string) => at(w, 'trackers', key, 'import'),
  arrange: (w: string, key: string) => at(w, 'trackers', key, 'arrange'),
  view: (w: string, key: string, view: string) => `${at(w, 'trackers', key)}?saved=${part(view)}`,
  issue: (w: string, idOrLabel: string) => at(w, 'issues', idOrLabel),
};

export const trackers = feature({
  pages: {
    trackers: { path: '/w/:w/trackers', view: () => import('./TrackersView.svelte') },
    tracker: { path: '/w/:w/trackers/:key', view: () => import('./TrackerPlace.svelte'), stays: 'trackers' },
    'import-issues': { path: '/w/:w/trackers/:key/import', view: () => import('./ImportView.svelte') },
    arrange: { path: '/w/:w/trackers/:key/arrange', view: () => import('./ArrangeView.svelte') },
    issue: { path: '/w/:w/issues/:id', view: () => import('./TrackerPlace.svelte'), shows: 'issue', stays: 'trackers' },
  },
  to,
  place: { name: 'trackers', icon: 'trackers', words: () => t.nav.trackers },
  group: 'issue',
  kinds: {
    trackers: {
      key: (x) => x.key, kind: 'tracker', icon: 'trackers', route: (w, key) => to.tracker(w, key), words: (x) => x.name, audience: (x) => x.audience,
      palette: (x, w) => ({ title: x.name, href: to.tracker(w, x.key), place: t.nav.trackers, label: x.key }),
    },
    views: {
      key: (x) => x.id, icon: 'trackers', words: (x) => x.name, hangsOn: (x) => [{ kind: 'tracker', id: x.tracker }],
      palette: (x, w, names) => ({ title: x.name, href: to.view(w, x.tracker, x.id), place: names.words('tracker', x.tracker) || x.tracker }),
    },
    issues: {
      key: (x) => x.id, kind: 'issue', icon: 'trackers', route: to.issue, words: (x) => `${x.label} ${x.title}`, noun: () => t.trackers.title, audience: (x) => x.audience,
      within: (x) => ({ kind: 'tracker', id: x.tracker }), hangsOn: (x) => [{ kind: 'tracker', id: x.tracker }], doubtful: true, linked: true,
      palette: (x, w, names) => ({ title: x.title, href: to.issue(w, x.id), place: names.words('tracker', x.tracker) || x.tracker, label: x.label, at: x.changedAt }),
    },
  },
  begin: (w, may) => may.trackers.map((x) => ({ key: `new ${x.key}`, title: t.trackers.newIssue, place: x.name, href: `${to.tracker(w, x.key)}#new` })),
});
