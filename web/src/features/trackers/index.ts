import { at, part } from '../../shell/router/address';
import { t } from '../../words/words';
import { feature, type Row, type Thing, waiting } from '../feature';

const to = {
  trackers: (w: string) => at(w, 'trackers'),
  tracker: (w: string, key: string, board = false) => at(w, 'trackers', key) + (board ? '?view=board' : ''),
  importIssues: (w: string, key: string) => at(w, 'trackers', key, 'import'),
  arrange: (w: string, key: string) => at(w, 'trackers', key, 'settings'),
  view: (w: string, key: string, view: string) => `${at(w, 'trackers', key)}?saved=${part(view)}`,
  issue: (w: string, idOrLabel: string) => at(w, 'issues', idOrLabel),
};

const row = (x: Thing<'issues'>, w: string): Row => ({ key: `issue ${x.id}`, title: `${x.label} ${x.title}`, href: to.issue(w, x.label), due: x.due });
const isMine = (x: Thing<'issues'>, seat: string): boolean => x.assignees.includes(seat) && x.state !== 'DONE' && x.state !== 'DECLINED';

export const trackers = feature({
  pages: {
    trackers: { path: '/w/:w/trackers', view: () => import('./TrackersView.svelte') },
    tracker: { path: '/w/:w/trackers/:key', view: () => import('./TrackerPlace.svelte'), stays: 'trackers' },
    'import-issues': { path: '/w/:w/trackers/:key/import', view: () => import('./ImportView.svelte') },
    arrange: { path: '/w/:w/trackers/:key/settings', view: () => import('./ArrangeView.svelte') },
    arrangement: { path: '/w/:w/trackers/:key/arrange', view: () => import('./ArrangeView.svelte') },
    issue: { path: '/w/:w/issues/:id', view: () => import('./TrackerPlace.svelte'), shows: 'issue', stays: 'trackers' },
  },
  to,
  place: { name: 'trackers', icon: 'trackers', words: () => t.nav.trackers },
  group: { name: 'issue', words: () => t.activity.kinds.issue },
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
      row,
    },
  },
  waits: [
    waiting({
      ask: (me, { read }) => Promise.all(me.all('trackers').map((tracker) => read.waiting(me.w, tracker.key, me.seat))),
      show: (me) => [{ heading: t.activity.waitingIssues, rows: me.all('issues').filter((x) => isMine(x, me.seat)).sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9')).map((x) => row(x, me.w)) }],
    }),
  ],
  begin: (w, may) => may.trackers.map((x) => ({ key: `new ${x.key}`, title: t.trackers.newIssue, place: x.name, href: `${to.tracker(w, x.key)}#new` })),
});
